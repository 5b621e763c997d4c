@echo off
rem Compiles and runs the demo. Not tested on Windows yet.
setlocal enabledelayedexpansion
cd /d "%~dp0"
if not exist target mkdir target
(for /r src\main\java %%f in (*.java) do @(set "source=%%f" & echo "!source:\=/!")) > target\sources.txt
javac -d target\classes -cp "lib/*" @target\sources.txt || exit /b 1
java -cp "target/classes;lib/*" demo.Main
