package org.wardbeat.launcher;

/** The wardbeat command over stand-ins for the programs. */
final class StandInLauncher {
  private StandInLauncher() {}

  public static void main(String[] args) throws Exception {
    System.exit(LauncherMain.run(new StandInCommands(), args));
  }
}
