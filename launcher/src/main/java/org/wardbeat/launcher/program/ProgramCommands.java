package org.wardbeat.launcher.program;

import java.util.List;

/** Turns a program and its arguments into the command line of a process. */
@FunctionalInterface
public interface ProgramCommands {

  /** Returns the command line, the executable first. */
  List<String> commandLine(Program program, List<String> arguments);
}
