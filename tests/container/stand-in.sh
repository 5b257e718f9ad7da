#!/usr/bin/env bash
# Makes an image that stands in for Keycloak's own where no registry can be reached: this machine's Java, shell and core
# utilities, the libraries they need, and Keycloak's distribution.
#   tests/container/stand-in.sh <keycloak-….zip> <image name>
set -euo pipefail

[ $# -eq 2 ] || { echo "usage: $0 <Keycloak's zip> <image name>" >&2; exit 2; }
zip=$1
image=$2

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
java_home=/opt/java
mkdir -p "$root"/{etc,opt,tmp,usr/bin,usr/sbin} "$root$java_home"
chmod 1777 "$root/tmp"
ln -s usr/bin "$root/bin"

for program in bash sh awk basename cat chmod chown cp cut date dirname echo env find grep head id ls mkdir mv printf \
        readlink rm sed sleep sort tail test touch tr uname wc xargs; do
    cp -L "$(type -P "$program")" "$root/usr/bin/$program"
done

# Linux distributions link some of Java's files from elsewhere, and some links lead nowhere.
java_here=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
(cd "$java_here" && find -L bin conf lib -type f ! -name src.zip -print0 | tar -ch --null -T -) \
    | tar -x -C "$root$java_home"

# Each library goes where the loader found it here.
find "$root/usr/bin" "$root$java_home" -type f \( -perm -u+x -o -name '*.so' \) -exec ldd {} + 2>/dev/null \
    | grep -oE '/[^ ]+\.so[^ ]*' | sort -u | while read -r library; do
    case $library in
        "$work"/*) ;;
        *) [ ! -f "$library" ] || { mkdir -p "$root${library%/*}" && cp -L "$library" "$root$library"; } ;;
    esac
done

unzip -q "$zip" -d "$work/zip"
mv "$work"/zip/keycloak-* "$root/opt/keycloak"
mkdir -p "$root/opt/keycloak/data"
chmod -R g+rwX "$root/opt/keycloak"
echo 'root:x:0:0:root:/:/usr/bin/bash
keycloak:x:1000:0:Keycloak:/opt/keycloak:/usr/bin/bash' > "$root/etc/passwd"
echo 'root:x:0:' > "$root/etc/group"
echo 'hosts: files dns' > "$root/etc/nsswitch.conf"

tar -cf "$work/image.tar" -C "$root" --owner=0 --group=0 --exclude=./opt/keycloak .
tar -rf "$work/image.tar" -C "$root" --owner=1000 --group=0 ./opt/keycloak
docker import \
    --change "ENV PATH=$java_home/bin:/usr/bin" \
    --change "ENV JAVA_HOME=$java_home" \
    --change 'ENV LANG=C.UTF-8' \
    --change 'ENV KC_RUN_IN_CONTAINER=true' \
    --change 'USER 1000' \
    --change 'EXPOSE 8080' --change 'EXPOSE 8443' --change 'EXPOSE 9000' \
    --change 'ENTRYPOINT ["/opt/keycloak/bin/kc.sh"]' \
    "$work/image.tar" "$image"
