#!/bin/sh
# setup.sh run|dev VENV: everything confnotes needs on this machine, into VENV.
#
# Python packages come pinned with hashes from packaging/requirements. Qt also needs libraries of
# the system; they are installed where that may be done without asking (root, or sudo without a
# password), else the command to type is printed. A display is not needed for the command line, so
# for `run` missing libraries are no reason to stop.
set -eu

kind=$1
venv=$2
here=$(cd "$(dirname "$0")/.." && pwd)

say() { printf 'confnotes: %s\n' "$*" >&2; }

# --- what the system must have -------------------------------------------------------------------
# library : Debian : Fedora : Arch
LIBRARIES='
libEGL.so.1:libegl1:mesa-libEGL:libglvnd
libGL.so.1:libgl1:mesa-libGL:libglvnd
libfontconfig.so.1:libfontconfig1:fontconfig:fontconfig
libdbus-1.so.3:libdbus-1-3:dbus-libs:dbus
libglib-2.0.so.0:libglib2.0-0:glib2:glib2
libxkbcommon.so.0:libxkbcommon0:libxkbcommon:libxkbcommon
libxkbcommon-x11.so.0:libxkbcommon-x11-0:libxkbcommon-x11:libxkbcommon-x11
libxcb-cursor.so.0:libxcb-cursor0:xcb-util-cursor:xcb-util-cursor
libxcb-icccm.so.4:libxcb-icccm4:xcb-util-wm:xcb-util-wm
libxcb-image.so.0:libxcb-image0:xcb-util-image:xcb-util-image
libxcb-keysyms.so.1:libxcb-keysyms1:xcb-util-keysyms:xcb-util-keysyms
libxcb-render-util.so.0:libxcb-render-util0:xcb-util-renderutil:xcb-util-renderutil
libxcb-shape.so.0:libxcb-shape0:libxcb:libxcb
libxcb-xkb.so.1:libxcb-xkb1:libxcb:libxcb
'

if command -v apt-get >/dev/null 2>&1; then
  field=2 install='apt-get install -y --no-install-recommends' font=fonts-noto-cjk venvs=python3-venv
elif command -v dnf >/dev/null 2>&1; then
  field=3 install='dnf install -y' font=google-noto-sans-cjk-fonts venvs=python3
elif command -v pacman >/dev/null 2>&1; then
  field=4 install='pacman -S --needed --noconfirm' font=noto-fonts-cjk venvs=python
else
  field= install= font= venvs=
fi

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo -n "$@"
  else return 1
  fi
}

# install_packages PACKAGE...: 0 when they are there afterwards.
install_packages() {
  [ -n "$install" ] || return 1
  if [ "$field" = 2 ]; then as_root apt-get update -qq >/dev/null 2>&1 || true; fi
  # shellcheck disable=SC2086  (the command is several words)
  as_root env DEBIAN_FRONTEND=noninteractive $install "$@" >/dev/null 2>&1
}

missing_packages() {
  [ "$(uname -s)" = Linux ] && [ -n "$field" ] || return 0
  libraries=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null || true)
  [ -n "$libraries" ] || return 0
  for row in $LIBRARIES; do
    case $libraries in
      *"${row%%:*} "*) ;;
      *) printf '%s\n' "$row" | cut -d: -f"$field" ;;
    esac
  done
  if ! command -v fc-list >/dev/null 2>&1 || [ -z "$(fc-list :lang=ja family 2>/dev/null)" ]; then
    printf '%s\nfontconfig\n' "$font"
  fi
}

missing=$(missing_packages | sort -u | tr '\n' ' ')
if [ -n "$missing" ]; then
  say "installing what Qt needs of the system: $missing"
  # shellcheck disable=SC2086
  if ! install_packages $missing; then
    say "these could not be installed from here. Please type:"
    say "    sudo $install $missing"
    [ "$kind" = run ] || exit 1
  fi
fi

# --- Python --------------------------------------------------------------------------------------
good_python() {
  "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
  for name in ${PYTHON:-} python3 python3.11 python3.12 python3.13 python3.14; do
    if command -v "$name" >/dev/null 2>&1 && good_python "$name"; then
      command -v "$name"
      return 0
    fi
  done
  return 1
}

if ! python=$(find_python); then
  # shellcheck disable=SC2086
  if [ -z "$venvs" ] || ! install_packages $venvs || ! python=$(find_python); then
    say "Python 3.11 or newer with its venv module is needed and was not found."
    [ -z "$install" ] || say "Please type:    sudo $install $venvs"
    exit 1
  fi
fi

if [ ! -x "$venv/bin/python" ] || ! "$venv/bin/python" -c '' 2>/dev/null; then
  say "making the environment $venv with $("$python" --version)"
  "$python" -m venv --clear "$venv"
fi

say "installing the pinned packages"
pip() { "$venv/bin/python" -m pip --quiet --disable-pip-version-check "$@"; }
pip install --require-hashes --requirement "$here/packaging/requirements/$kind.lock"
pip install --no-deps --no-build-isolation --no-index --editable "$here"
"$venv/bin/python" "$here/packaging/translations.py" release

touch "$venv/$kind.stamp"
# What tests need includes what running needs.
[ "$kind" = run ] || touch "$venv/run.stamp"
