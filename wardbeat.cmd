@echo off
rem Finds a JDK 25, builds what is missing or out of date, and runs the launcher: the twin of ./wardbeat.
rem WARDBEAT_JDK_SEARCH: a folder of JDKs to look in, instead of the places where systems keep them.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
set "ROOT=%ROOT:~0,-1%"
set "JDK="
call :find_jdk
if not defined JDK (
  >&2 echo Wardbeat needs JDK 25, and none was found. Install it ^(winget install EclipseAdoptium.Temurin.25.JDK^) or set JAVA_HOME to a JDK 25.
  exit /b 1
)
powershell -NoProfile -ExecutionPolicy Bypass -File "%ROOT%\.mvn\build-stale.ps1" "%ROOT%" "%JDK%" "%~1"
if errorlevel 1 exit /b 1
"%JDK%\bin\java.exe" -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Dwardbeat.home=%ROOT%" -cp "%ROOT%\launcher\target\app\*" org.wardbeat.launcher.LauncherMain %*
exit /b %ERRORLEVEL%

:find_jdk
if defined WARDBEAT_JDK_SEARCH (
  call :try_each "%WARDBEAT_JDK_SEARCH%"
  exit /b
)
if defined JAVA_HOME call :try "%JAVA_HOME%"
if defined JDK_HOME call :try "%JDK_HOME%"
for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~dp$PATH:J.."
for %%V in ("Eclipse Adoptium" Java Microsoft Zulu "Amazon Corretto" BellSoft SapMachine) do call :try_each "%ProgramFiles%\%%~V"
call :try_each "%USERPROFILE%\.jdks"
if exist "%USERPROFILE%\.m2\toolchains.xml" for /f "tokens=3 delims=<>" %%H in ('findstr /c:"<jdkHome>" "%USERPROFILE%\.m2\toolchains.xml"') do call :try "%%H"
exit /b

:try_each
for /d %%D in ("%~1\*") do call :try "%%~D"
exit /b

:try
if defined JDK exit /b
if not exist "%~1\bin\javac.exe" exit /b
findstr /r /c:"^JAVA_VERSION=.25" "%~1\release" >nul 2>&1 && set "JDK=%~f1"
exit /b
