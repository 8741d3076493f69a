@echo off
rem Runs BioGloss; builds it first if there is no build or the sources are newer. Needs Maven and a JDK 25 or later.
rem   BIOGLOSS_JAVA_HOME  the JDK to use       BIOGLOSS_JAVA_OPTS  more options for it
setlocal EnableExtensions DisableDelayedExpansion
set "home=%~dp0"
set "home=%home:~0,-1%"

set "jdk="
for %%J in ("%BIOGLOSS_JAVA_HOME%" "%JAVA_HOME%") do call :consider "%%~J"
for /f "delims=" %%P in ('where java 2^>nul') do call :consider "%%~dpP.."
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%USERPROFILE%\.jdks") do (
    if exist "%%~R" for /d %%J in ("%%~R\*") do call :consider "%%~J"
)
if not defined jdk (
    echo biogloss: cannot start: no JDK 25 or later was found in BIOGLOSS_JAVA_HOME, JAVA_HOME, PATH or the usual folders. Install one ^(for example Temurin 25^) or set BIOGLOSS_JAVA_HOME. 1>&2
    exit /b 1
)

set "stamp=%home%\target\classpath.txt"
call :stale
if defined stale call :build || exit /b 1

if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=passive"
if not defined BIOGLOSS_DATA set "BIOGLOSS_DATA=%home%\..\shared\data"
set "display="
if "%~1"=="tour" set "display=-Dglass.platform=Headless -Dprism.order=sw"

rem The class path is longer than a command line may be, so Java reads it from a file.
set "arguments=%home%\target\classpath.args"
powershell -NoProfile -Command "$c = '%home%\target\classes;' + (Get-Content -Raw '%stamp%').Trim(); [IO.File]::WriteAllText('%arguments%', '-cp \"' + $c.Replace('\', '\\') + '\"')" || exit /b 1
"%jdk%\bin\java" --enable-native-access=ALL-UNNAMED -Dai.djl.offline=true "-Dbiogloss.home=%home%" "-Dbiogloss.data=%BIOGLOSS_DATA%" %display% %BIOGLOSS_JAVA_OPTS% "@%arguments%" org.biogloss.app.Main %*
exit /b %ERRORLEVEL%

:consider
if defined jdk exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=1,* delims==" %%A in ('findstr /b /c:"JAVA_VERSION=" "%~1\release"') do set "version=%%B"
set "version=%version:"=%"
for /f "delims=." %%V in ("%version%") do set "major=%%V"
if %major% GEQ 25 set "jdk=%~1"
exit /b 0

:stale
if defined stale call :build || exit /b 1

if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=passive"
if not defined BIOGLOSS_DATA set "BIOGLOSS_DATA=%home%\..\shared\data"
set "display="
if "%~1"=="tour" set "display=-Dglass.platform=Headless -Dprism.order=sw"

rem The class path is longer than a command line may be, so Java reads it from a file.
set "arguments=%home%\target\classpath.args"
powershell -NoProfile -Command "$c = '%home%\target\classes;' + (Get-Content -Raw '%stamp%').Trim(); [IO.File]::WriteAllText('%arguments%', '-cp \"' + $c.Replace('\', '\\') + '\"')" || exit /b 1
"%jdk%\bin\java" --enable-native-access=ALL-UNNAMED -Dai.djl.offline=true "-Dbiogloss.home=%home%" "-Dbiogloss.data=%BIOGLOSS_DATA%" %display% %BIOGLOSS_JAVA_OPTS% "@%arguments%" org.biogloss.app.Main %*
exit /b %ERRORLEVEL%

:consider
if defined jdk exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%V in ('findstr /b JAVA_VERSION= "%~1\release"') do call :accept "%~1" %%V
exit /b 0

:accept
set "major=%~2"
set "major=%major:"=%"
if %major% GEQ 25 set "jdk=%~1"
exit /b 0

:stale
set "stale=yes"
if not exist "%stamp%" exit /b 0
powershell -NoProfile -Command "$t = (Get-Item '%stamp%').LastWriteTime; if (Get-Item '%home%\pom.xml' | Where-Object LastWriteTime -gt $t) { exit 1 }; if (Get-ChildItem -Recurse -File '%home%\src\main' | Where-Object LastWriteTime -gt $t | Select-Object -First 1) { exit 1 }; exit 0"
if not errorlevel 1 set "stale="
exit /b 0

:build
where mvn >nul 2>nul || (
    echo biogloss: cannot build: Maven ^(mvn^) was not found. Install Maven 3.8.7 or later. 1>&2
    exit /b 1
)
echo biogloss: building, which takes a minute the first time ... 1>&2
pushd "%home%"
set "JAVA_HOME=%jdk%"
call mvn -B -q -Dstyle.color=never -Dspotless.check.skip=true process-classes 1>&2
set "built=%ERRORLEVEL%"
popd
if not "%built%"=="0" (
    echo biogloss: the build failed; the lines above say why. 1>&2
    exit /b 1
)
copy /b "%stamp%"+,, "%stamp%" >nul
exit /b 0
