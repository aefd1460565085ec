#!/usr/bin/env bash
# Proves the two commands of the README where there is nothing but python3: a fresh Debian or Ubuntu root, an empty
# HOME, a clone of what is committed here. Needs root, mmdebstrap and git.
#
#   packaging/bare_root.sh [--suite bookworm] [--mirror URL] [--keep DIR] [--bind FROM[:TO]]... [-- COMMAND...]
#
# --bind shows a file or folder of this machine inside, read only, at the same path or at TO: a pip configuration, an
# index in a folder, certificates. PIP_* and the certificate variables of the environment go along. --keep leaves the root in
# DIR (out/ of the clone has what was made) and uses it again. Without a COMMAND: dev.py test, then dev.py run twice.
set -euo pipefail

checkout=$(cd "$(dirname "$0")/.." && pwd)
suite=bookworm mirror='' keep='' binds=()
while [ $# -gt 0 ]; do
    case $1 in
        --suite) suite=$2; shift 2 ;;
        --mirror) mirror=$2; shift 2 ;;
        --keep) keep=$2; shift 2 ;;
        --bind) binds+=("$2"); shift 2 ;;
        --) shift; break ;;
        *) sed -n '2,10p' "$0" >&2; exit 1 ;;
    esac
done

if [ -z "${KAMDESK_BARE_ROOT:-}" ]; then # mounts of our own, which end with us
    options=(--suite "$suite")
    [ -z "$mirror" ] || options+=(--mirror "$mirror")
    [ -z "$keep" ] || options+=(--keep "$keep")
    for path in "${binds[@]}"; do options+=(--bind "$path"); done
    KAMDESK_BARE_ROOT=1 exec unshare --mount "$0" "${options[@]}" -- "$@"
fi

place=${keep:-$(mktemp -d)}
root=$place/root
if [ ! -e "$root/usr/bin/python3" ]; then
    mkdir -p "$root"
    mmdebstrap --variant=minbase --include=python3 "$suite" "$root" ${mirror:+"$mirror"}
fi
rm -rf "$root/home/kamdesk"
git clone --quiet "$checkout" "$root/home/kamdesk"
rm -rf "$root/root" && mkdir -m 700 "$root/root"
cp /etc/resolv.conf "$root/etc/resolv.conf"

mount --make-rprivate /
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
for bind in "${binds[@]}"; do
    from=${bind%%:*} to=$root${bind#*:}
    if [ -d "$from" ]; then mkdir -p "$to"; else mkdir -p "$(dirname "$to")" && touch "$to"; fi
    mount --bind -o ro "$from" "$to"
done

pass=(HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb)
while IFS='=' read -r name value; do
    case $name in PIP_* | SSL_CERT_FILE | REQUESTS_CA_BUNDLE | *_proxy | *_PROXY) pass+=("$name=$value") ;; esac
done < <(env)
inside() {
    echo "+ $*" >&2
    local begun=$SECONDS
    env -i "${pass[@]}" chroot "$root" /bin/sh -c 'cd /home/kamdesk && exec "$@"' sh "$@"
    echo "  took $((SECONDS - begun)) s" >&2
}

if [ $# -gt 0 ]; then
    inside "$@"
else
    inside python3 dev.py run
    inside python3 dev.py run
    inside ls -l out out/demo
    inside python3 dev.py run -- --version
    inside python3 dev.py test
fi
if [ -z "$keep" ]; then
    umount -R "$root" && rm -rf "$place"
else
    echo "kept in $place" >&2
fi
