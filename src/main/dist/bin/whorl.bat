@echo off
rem Starts Whorl: without arguments the window, otherwise a command (see whorl --help).
rem JAVA_HOME chooses the Java (17 or newer); WHORL_JAVA_OPTS adds options for it.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "version="
for /f "tokens=3" %%v in ('""%java%" -XshowSettings:properties -version 2>&1 | findstr /c:"java.specification.version ="" 2^>nul') do set "version=%%v"
if not defined version (
  echo whorl: no Java found: expected "%java%", version 17 or newer; install one or set JAVA_HOME 1>&2
  exit /b 1
)
rem Java 8 calls itself 1.8.
if "%version:~0,2%"=="1." set "version=8"
if %version% LSS 17 (
  echo whorl: expected Java 17 or newer, found %version% at "%java%"; install one or set JAVA_HOME 1>&2
  exit /b 1
)
set "newer="
if %version% GEQ 24 set "newer=--sun-misc-unsafe-memory-access=allow"
rem ND4J's OpenBLAS knows no processor newer than 2020 and takes the oldest for those; Java knows whether there is AVX2.
set "avx=0"
if not defined OPENBLAS_CORETYPE for /f "tokens=4" %%a in ('""%java%" -XX:+PrintFlagsFinal -version 2>&1 | findstr /c:" UseAVX "" 2^>nul') do set "avx=%%a"
if %avx% GEQ 2 set "OPENBLAS_CORETYPE=HASWELL"
"%java%" -XX:MaxNewSize=128m -XX:GCTimeRatio=2 -XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=12 -XX:G1PeriodicGCInterval=10000 --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED %newer% %WHORL_JAVA_OPTS% -cp "%~dp0..\lib\*" org.whorl.Whorl %*
exit /b %errorlevel%
