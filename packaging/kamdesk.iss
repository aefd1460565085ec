; The installer for Windows, made by Inno Setup 6 from dist\kamdesk:  iscc /DVersion=0.1.0 packaging\kamdesk.iss
; Written by the manual, not tried yet: it needs a Windows machine. ChineseSimplified.isl is not part of Inno Setup
; and has to be laid beside this file.
#ifndef Version
  #define Version "0.1.0"
#endif

[Setup]
AppId={{6B2A4C0E-1B7D-4C55-9E0B-5B1F6C4C7A21}
AppName=kamdesk
AppVersion={#Version}
DefaultDirName={autopf}\kamdesk
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
OutputDir=..\dist
OutputBaseFilename=kamdesk-{#Version}-setup
Compression=lzma2/max
SolidCompression=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "zh"; MessagesFile: "ChineseSimplified.isl"

[Files]
Source: "..\dist\kamdesk\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\kamdesk"; Filename: "{app}\kamdesk-window.exe"

[Run]
Filename: "{app}\kamdesk-window.exe"; Flags: nowait postinstall skipifsilent
