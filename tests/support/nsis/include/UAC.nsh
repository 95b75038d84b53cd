# Nobody is an administrator, and nothing is asked of one: the installer is for one user.
!ifndef UAC_WITHOUT_PLUGIN
!define UAC_WITHOUT_PLUGIN
!include LogicLib.nsh

!define UAC_IsAdmin '"" UAC_IsAdmin ""'
!macro _UAC_IsAdmin _a _b _t _f
  !insertmacro _== "is" "never" `${_t}` `${_f}`
!macroend

!define UAC_IsInnerInstance '"" UAC_IsInnerInstance ""'
!macro _UAC_IsInnerInstance _a _b _t _f
  !insertmacro _== "is" "never" `${_t}` `${_f}`
!macroend

!macro UAC_RunElevated
!macroend
!endif
