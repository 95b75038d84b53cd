# What electron-builder's installer does besides its own: it includes this file for the installer and for the uninstaller.
# Switches, for IT departments (docs/releasing.md): /S silent, /D=folder, and for the uninstaller --delete-app-data.

# Under %APPDATA%: the library, its images and backups, settings (electron/desk/data-dir.ts).
!define GOLDEN_SIX_DATA "$APPDATA\golden-six"
# Under %LOCALAPPDATA%: updates that were downloaded. electron-builder names it after the package.
!define GOLDEN_SIX_UPDATES "$LOCALAPPDATA\golden-six-updater"
# Under which Electron has Windows start the program; the program's id.
!define GOLDEN_SIX_STARTUP "cn.goldensix.sidecar"

# Inserted after the languages are known.
!macro customHeader
  LangString goldenSixDeleteData ${LANG_SIMPCHINESE} "是否同时删除这台电脑上的话术、商品、客户、备份和设置？$\r$\n$\r$\n${GOLDEN_SIX_DATA}$\r$\n$\r$\n删除后不能恢复。选“否”会保留，重新安装后可以接着用。"
  LangString goldenSixDeleteData ${LANG_ENGLISH} "Also delete the phrases, products, customers, backups and settings on this computer?$\r$\n$\r$\n${GOLDEN_SIX_DATA}$\r$\n$\r$\nThis cannot be undone. Choose No to keep them for a later installation."
!macroend

# Always for this user alone, without being asked: agents are seldom administrators of their machines.
!macro customInstallMode
  StrCpy $isForceCurrentInstall "1"
!macroend

# The uninstaller removes its folder with all that is in it, and every update runs it: a folder that somebody names may be
# shared with others, so the program gets one of its own there. Where it is installed already, it stays.
!macro goldenSixOwnFolder
  ${if} $INSTDIR != $perUserInstallationFolder
    StrCpy $0 $INSTDIR 1 -1
    ${if} $0 == "\"
      StrCpy $INSTDIR $INSTDIR -1
    ${endIf}
    StrLen $0 "\${APP_FILENAME}"
    StrCpy $0 $INSTDIR "" -$0
    ${if} $0 != "\${APP_FILENAME}"
      StrCpy $INSTDIR "$INSTDIR\${APP_FILENAME}"
    ${endIf}
  ${endIf}
!macroend

# The folder that /D= names.
!macro customInit
  !insertmacro goldenSixOwnFolder
!macroend

# The folder that was chosen on the page. electron-builder itself would take any that has the name somewhere in its path.
# A page without anything on it, since leaving the one before is too early.
!macro customPageAfterChangeDir
  Page custom goldenSixFolderChosen
  Function goldenSixFolderChosen
    !insertmacro goldenSixOwnFolder
  FunctionEnd
!macroend

# An update runs the older version's uninstaller, too; it takes nothing away but the program.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    ${ifNot} ${Silent}
      MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(goldenSixDeleteData)" /SD IDNO IDNO goldenSixKeepsData
      RMDir /r "${GOLDEN_SIX_DATA}"
      goldenSixKeepsData:
    ${endIf}
    RMDir /r "${GOLDEN_SIX_UPDATES}"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "${GOLDEN_SIX_STARTUP}"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" "${GOLDEN_SIX_STARTUP}"
  ${endIf}
!macroend

# The uninstaller works as a copy of itself. While the one that was started has not ended, its file cannot go, nor the folder.
!macro customUnInstallSection
  Section "-un.goldenSixEmptyFolder"
    ${ifNot} ${isUpdated}
      ${for} $0 1 20
        ${ifThen} ${FileExists} "$INSTDIR\*.*" ${|} Sleep 250 ${|}
        Delete "$INSTDIR\${UNINSTALL_FILENAME}"
        # Only if it is empty.
        RMDir "$INSTDIR"
      ${next}
    ${endIf}
  SectionEnd
!macroend
