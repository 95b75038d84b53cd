# Goes through the pages of another installer as a person does: writes a folder where one is asked for, and goes on.
# Environment: SETUP, the installer's path; CHOSEN_FOLDER.
Unicode true
OutFile "${OUT}"
SilentInstall silent
RequestExecutionLevel user
!include LogicLib.nsh
!include WinMessages.nsh

# Dialog items of NSIS' own windows.
!define NEXT_BUTTON 1
!define FOLDER_FIELD 1019
# In steps of 100 ms.
!define PATIENCE 600

Section
  ReadEnvStr $8 SETUP
  ReadEnvStr $7 CHOSEN_FOLDER
  Exec '"$8"'
  StrCpy $6 0
  ${Do}
    Sleep 100
    IntOp $6 $6 + 1
    FindWindow $0 "#32770" "" 0 0
    ${DoWhile} $0 <> 0
      FindWindow $1 "#32770" "" $0 0
      GetDlgItem $2 $1 ${FOLDER_FIELD}
      ${If} $2 <> 0
        SendMessage $2 ${WM_SETTEXT} 0 "STR:$7"
        GetDlgItem $3 $0 ${NEXT_BUTTON}
        SendMessage $0 ${WM_COMMAND} ${NEXT_BUTTON} $3
        SetErrorLevel 0
        Quit
      ${EndIf}
      FindWindow $0 "#32770" "" 0 $0
    ${Loop}
  ${LoopUntil} $6 > ${PATIENCE}
  SetErrorLevel 1
SectionEnd
