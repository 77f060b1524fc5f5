#!/bin/sh
# Unpacks Rollcall into a folder and rehearses its start there, so that later starts take
# less time. Run it again after each upgrade, and after a new Java.
#
#   deploy/install.sh target/rollcall.jar /opt/rollcall
#
# The rehearsal takes about a minute. It has a database of its own in a temporary folder and touches
# nothing else. Start Rollcall with the same options as below.
set -eu

jar=$1
folder=$2
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

mkdir -p "$folder"
rm -rf "$folder/lib" "$folder/rollcall.jar" "$folder/rollcall.aot"
"$java" -Djarmode=tools -jar "$jar" extract --destination "$folder" --force

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
env -u ROLLCALL_DB_URL "$java" -XX:+UseCompactObjectHeaders -XX:AOTCacheOutput="$folder/rollcall.aot" \
    -jar "$folder/rollcall.jar" --rollcall.rehearsal=true --server.port=0 \
    --rollcall.database.url= --rollcall.database.directory="$scratch/data" \
    --logging.file.name= > "$scratch/log" 2>&1 || { cat "$scratch/log" >&2; exit 1; }

ls -l "$folder/rollcall.aot"
