package org.wardbeat.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wardbeat.launcher.program.Program;
import org.wardbeat.launcher.program.ProgramCommands;

/** Starts stand-ins; the system property {@code standin.PROGRAM} says how each behaves. */
public final class StandInCommands implements ProgramCommands {

  /** The property that says how a program's stand-in behaves. */
  static String property(Program program) {
    return "standin." + program;
  }

  /** Starts a class with a main method on this class path. */
  static List<String> java(List<String> options, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return command;
  }

  @Override
  public List<String> commandLine(Program program, List<String> arguments) {
    List<String> all = new ArrayList<>();
    all.add(program.name());
    all.add(System.getProperty(property(program), StandIn.Behaviour.GOOD.name()));
    all.addAll(arguments);
    return java(List.of(), StandIn.class, all);
  }
}
