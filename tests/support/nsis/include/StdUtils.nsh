# What electron-builder's templates ask of the plugin StdUtils, without the plugin.
!ifndef STD_UTILS_WITHOUT_PLUGIN
!define STD_UTILS_WITHOUT_PLUGIN
# Debian's compiler is newer than electron-builder's and warns of labels that its templates leave unused.
!pragma warning disable 6012
!include FileFunc.nsh
!include LogicLib.nsh

!define StdUtils.TestParameter '!insertmacro TestParameter'
!macro TestParameter out name
  Push $R8
  ClearErrors
  ${GetParameters} $R8
  ${GetOptions} $R8 "--${name}" $R8
  StrCpy $R8 "true"
  IfErrors 0 +2
  StrCpy $R8 "false"
  Exch $R8
  Pop ${out}
!macroend

# The folder after /D= is nothing that a program of its own still sees; NSIS has put it into $INSTDIR.
!define StdUtils.GetAllParameters '!insertmacro GetAllParameters'
!macro GetAllParameters out withProgram
  System::Call 'kernel32::GetCommandLine() t.s'
  Pop ${out}
!macroend

!define StdUtils.ExecShellAsUser '!insertmacro ExecShellAsUser'
!macro ExecShellAsUser out file verb args
  ExecShell "${verb}" "${file}" "${args}"
!macroend

!define StdUtils.GetParentPath '!insertmacro GetParentPath'
!macro GetParentPath out folder
  ${GetParent} "${folder}" ${out}
!macroend

# Whether the program runs is asked of PowerShell, and Wine's says yes to everything.
!macro customCheckAppRunning
!macroend
!endif
