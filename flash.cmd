@echo off
rem Runs Flash from a checkout; builds it first when it isn't built yet. Not tested on Windows yet.
rem Unlike the flash of other systems, it doesn't notice newer sources: run mvnw package then.
setlocal
set "FLASH_ROOT=%~dp0"
if exist "%FLASH_ROOT%flash-cli\target\flash\lib\build.stamp" goto run
echo flash: building (a minute or so) 1>&2
pushd "%FLASH_ROOT%"
call mvnw.cmd -q -Dquick -Dmaven.test.skip=true -pl flash-cli -am package 1>&2
if errorlevel 1 goto failed
popd
:run
call "%FLASH_ROOT%flash-cli\target\flash\bin\flash.cmd" %*
exit /b %errorlevel%
:failed
popd
echo error[F6102]: Flash could not be built 1>&2
exit /b 1
