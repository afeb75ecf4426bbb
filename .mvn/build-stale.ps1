# Builds what a command of wardbeat.cmd needs and is missing or older than its sources; ./wardbeat does the same.
param([string]$Root, [string]$Jdk, [string]$Command)
$ErrorActionPreference = 'Stop'
Set-Location -LiteralPath $Root

$programs = switch ($Command) {
  { $_ -in 'demo', 'cache' } { 'launcher', 'bridge-server', 'station-app', 'ward-simulator' }
  'bridge' { 'launcher', 'bridge-server' }
  'station' { 'launcher', 'station-app' }
  'simulate' { 'launcher', 'ward-simulator' }
  'bench' { 'launcher', 'bridge-server', 'station-app', 'benchmarks' }
  'package' { 'launcher', 'bridge-server', 'station-app', 'installers' }
  default { 'launcher' }
}

# A module and all it is built from, as the poms say.
function Get-WithUpstream([string]$Module) {
  $todo = [System.Collections.Generic.Queue[string]]::new()
  $seen = [System.Collections.Generic.HashSet[string]]::new()
  $todo.Enqueue($Module)
  while ($todo.Count -gt 0) {
    $next = $todo.Dequeue()
    if ($seen.Add($next)) {
      [xml]$pom = Get-Content -LiteralPath "$next\pom.xml"
      $pom.project.dependencies.dependency |
        Where-Object { $_.groupId -eq 'org.wardbeat' } |
        ForEach-Object { $todo.Enqueue($_.artifactId) }
    }
  }
  $seen
}

# Whether a module's gathered app is missing or older than a source of it. Its own jar is gathered last.
function Test-Stale([string]$Module) {
  $jars = @(Get-ChildItem -Path "$Module\target\app\$Module-[0-9]*.jar" -ErrorAction SilentlyContinue)
  if ($jars.Count -ne 1) { return $true }
  $sources = @('pom.xml', '.mvn')
  foreach ($each in Get-WithUpstream $Module) { $sources += "$each\pom.xml", "$each\src\main" }
  $newer = $sources | Where-Object { Test-Path $_ } |
    ForEach-Object { Get-Item $_; Get-ChildItem -Path $_ -Recurse } |
    Where-Object { $_.LastWriteTimeUtc -gt $jars[0].LastWriteTimeUtc } |
    Select-Object -First 1
  return $null -ne $newer
}

$stale = @($programs | Where-Object { Test-Stale $_ })
if ($stale.Count -eq 0) { exit 0 }
if (-not (Get-Command mvn -ErrorAction SilentlyContinue)) {
  [Console]::Error.WriteLine('Wardbeat builds itself with Maven, and no mvn was found on the PATH. Install it (choco install maven, scoop install maven, or maven.apache.org).')
  exit 1
}
[Console]::Error.WriteLine('Building what is missing or out of date; the first time, libraries are downloaded, which takes some minutes.')
$started = [DateTime]::UtcNow
foreach ($each in $stale) { Remove-Item -Recurse -Force "$each\target\app" -ErrorAction SilentlyContinue }
New-Item -ItemType Directory -Force target | Out-Null
$env:JAVA_HOME = $Jdk
$ErrorActionPreference = 'Continue'
$shown = $false
& mvn -B -f "$Root\pom.xml" -pl ($stale -join ',') -am '-Dmaven.test.skip=true' '-Dspotless.check.skip=true' package 2>&1 |
  Tee-Object -FilePath target\build.log | ForEach-Object {
    $line = "$_"
    if ($line -match '^\[INFO\] Building Wardbeat(?: :: (\S+))? .*\[(\d+/\d+)\]') {
      $name = if ($Matches[1]) { $Matches[1] } else { 'the parent' }
      [Console]::Error.WriteLine("building $name ($($Matches[2]))")
      $shown = $false
    } elseif ($line -match '^\[INFO\]') { $shown = $false
    } elseif ($line -match '^\[(ERROR|WARNING)\]') { $shown = $true }
    if ($shown) { [Console]::Error.WriteLine($line) }
  }
if ($LASTEXITCODE -ne 0) {
  [Console]::Error.WriteLine("The build failed; everything it said is in $Root\target\build.log")
  exit 1
}
# What was edited while Maven ran counts as newer.
foreach ($each in $stale) {
  Get-ChildItem -Path "$each\target\app\$each-[0-9]*.jar" | ForEach-Object { $_.LastWriteTimeUtc = $started }
}
exit 0
