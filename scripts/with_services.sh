#!/usr/bin/env bash
# Runs a command with what some tests need besides Python: a browser (Chromium) and a PostgreSQL server of their own.
#
#     scripts/with_services.sh .venv/bin/python -m pytest
#
# What is missing is installed where that can be done without asking (root on Debian or Ubuntu); elsewhere the tests that
# need it are skipped by name. The server keeps its data in a folder of its own, listens on a socket in it, and ends with
# the command. FOEDERA_SERVICES=no leaves all of this out.
set -uo pipefail

install() {  # install PACKAGE, if it can be done quietly
    [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null || return 1
    export DEBIAN_FRONTEND=noninteractive
    echo "Installing $1 for the tests …"
    timeout 300 apt-get install -qq -y --no-install-recommends "$1" > /dev/null 2>&1 && return
    timeout 120 apt-get update -qq > /dev/null 2>&1
    timeout 300 apt-get install -qq -y --no-install-recommends "$1" > /dev/null 2>&1 ||
        echo "$1 cannot be installed here; the tests that need it will be skipped by name."
}

as_postgres() {  # the server refuses to run as root
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

start_postgres() {
    # not local: the trap needs it
    bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2> /dev/null | sort -V | tail -1)
    [ -x "$bin/initdb" ] || return
    folder=$(mktemp -d /tmp/foedera-postgres.XXXXXX)
    if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; fi
    if as_postgres "$bin/initdb" -D "$folder/data" -U foedera -A trust -E UTF8 --locale=C > /dev/null 2>&1 &&
        as_postgres "$bin/pg_ctl" -D "$folder/data" -w -t 60 -o "-k $folder -c listen_addresses='' -c fsync=off" \
            -l "$folder/log" start > /dev/null 2>&1; then
        stop_postgres() {
            as_postgres "$bin/pg_ctl" -D "$folder/data" -m immediate stop > /dev/null 2>&1
            rm -rf "$folder"
        }
        trap stop_postgres EXIT
        export FOEDERA_TEST_POSTGRES="postgresql+psycopg://foedera@/postgres?host=$folder"
    else
        echo "The PostgreSQL here does not start; its tests will be skipped by name."
        rm -rf "$folder"
    fi
}

if [ "${FOEDERA_SERVICES:-yes}" != no ]; then
    if [ -z "${CHROMIUM:-}" ] && ! command -v chromium chromium-browser > /dev/null; then install chromium; fi
    if [ -z "${FOEDERA_TEST_POSTGRES:-}" ]; then
        [ -d /usr/lib/postgresql ] || install postgresql
        start_postgres
    fi
fi
"$@"
