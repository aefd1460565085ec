#!/bin/sh
# Packs the frozen program for Debian and Ubuntu: make_deb.sh FROZEN_FOLDER VERSION TARGET_FOLDER
set -eu
frozen=$1 version=$2 target=$3
architecture=$(dpkg --print-architecture)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
chmod 755 "$tree"
mkdir -p "$tree/DEBIAN" "$tree/opt" "$tree/usr/bin" "$tree/usr/share/applications" "$tree/usr/share/doc/kamdesk"
cp -a "$frozen" "$tree/opt/kamdesk"
ln -s /opt/kamdesk/kamdesk "$tree/usr/bin/kamdesk"
cp "$(dirname "$0")/../LICENSE" "$tree/usr/share/doc/kamdesk/copyright"
cat > "$tree/usr/share/applications/kamdesk.desktop" <<'D'
[Desktop Entry]
Type=Application
Name=kamdesk
Name[zh_CN]=大客户管理
Comment=Key accounts, the visit line, papers for the day
Comment[zh_CN]=大客户档案、固定拜访线、随身资料
Exec=kamdesk
Terminal=false
Categories=Office;
D
cat > "$tree/DEBIAN/control" <<C
Package: kamdesk
Version: $version
Architecture: $architecture
Maintainer: kamdesk contributors <kamdesk@example.org>
Installed-Size: $(du -sk "$tree/opt" | cut -f1)
Depends: libc6 (>= 2.34), libegl1, libgl1, libxkbcommon0, libxkbcommon-x11-0, libdbus-1-3, libfontconfig1, libglib2.0-0 | libglib2.0-0t64, libxcb-cursor0, libxcb-icccm4, libxcb-image0, libxcb-keysyms1, libxcb-randr0, libxcb-render-util0, libxcb-shape0, libxcb-xkb1
Recommends: libcups2 | libcups2t64
Section: misc
Priority: optional
Description: key account desk for field sales
 An offline book of key accounts, the fixed visit line, week plan and briefings on paper.
C
dpkg-deb --root-owner-group -Zxz -z3 --build "$tree" "$target/kamdesk_${version}_${architecture}.deb"
