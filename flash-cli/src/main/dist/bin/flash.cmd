@echo off
rem Starts Flash with the Java of JAVA_HOME or of the PATH, which must be 17 or newer.
rem Not tested on Windows yet; it makes no class-data archive, so that starts are slower than on other systems.
setlocal
set "FLASH_LIB=%~dp0..\lib"
set "FLASH_JAVA=java.exe"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "FLASH_JAVA=%JAVA_HOME%\bin\java.exe"
where /q "%FLASH_JAVA%" 2>nul
if errorlevel 1 if not exist "%FLASH_JAVA%" goto nojava
"%FLASH_JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xlog:disable -jar "%FLASH_LIB%\flash-cli.jar" %*
exit /b %errorlevel%
:nojava
echo error[F6100]: no Java of version 17 or newer was found 1>&2
echo   = note: looked into JAVA_HOME and the PATH 1>&2
echo   = help: install a JDK, or let JAVA_HOME name one 1>&2
exit /b 2
