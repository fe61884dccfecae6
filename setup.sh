#!/bin/sh
# Makes a computer ready to build and start Kneewise. On Linux that takes the ALSA headers for the sound, pkg-config,
# which finds them, and four small libraries that open the window under X11; most desktops have those already.
# Where all is there, and on macOS and Windows, this changes nothing.
set -eu

say() { printf '%s\n' "$*" >&2; }
fail() {
  for line in "$@"; do say "$line"; done
  exit 1
}
has() { command -v "$1" >/dev/null 2>&1; }

require_cargo() {
  if has cargo; then return; fi
  cargo_home=${CARGO_HOME:-$HOME/.cargo}
  if [ -x "$cargo_home/bin/cargo" ]; then
    fail "Rust is installed, but this terminal does not know it yet. Open a new terminal, or run:" \
      "    . \"$cargo_home/env\""
  fi
  fail "Kneewise is built with Rust, which is not here yet. Install it from https://rustup.rs, then run this again."
}

require_linux_compiler() {
  if has cc; then return; fi
  if has apt-get; then package=build-essential; else package=gcc; fi
  fail "Rust needs a C compiler (cc) to link programs. Please install the package $package, then run this again."
}

sound_is_here() { has pkg-config && pkg-config --exists alsa; }

# The program loads these when it opens its window, so building it would not notice that they are missing.
window_is_here() {
  libraries=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null) || return 0
  for library in libX11-xcb.so.1 libXcursor.so.1 libXi.so.6 libxkbcommon-x11.so.0; do
    case $libraries in
      *"$library"*) ;;
      *) return 1 ;;
    esac
  done
}

debian_packages="libasound2-dev pkg-config libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0"

install_with_apt() {
  if [ "$(id -u)" -eq 0 ]; then
    as_root=
  elif has sudo; then
    as_root=sudo
  else
    fail "Kneewise needs a few packages, and there is no sudo here to install them. As root, run:" \
      "    apt-get install $debian_packages"
  fi

  say "Installing what Kneewise needs: $debian_packages"
  # Only the install decides: it may well succeed with the package lists that are already here.
  $as_root apt-get -qq update >&2 || say "The package lists could not be refreshed. Going on with those that are here."
  # shellcheck disable=SC2086  # The list is meant to fall into words.
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=120 \
    install --no-install-recommends $debian_packages </dev/null >&2 ||
    fail "The packages could not be installed; the lines above say why."
}

name_packages() {
  say "Kneewise needs the ALSA headers, pkg-config and four X11 libraries. Please install them, then run this again:"
  if has dnf; then
    fail "    sudo dnf install alsa-lib-devel pkgconf-pkg-config libX11-xcb libXcursor libXi libxkbcommon-x11"
  elif has pacman; then
    fail "    sudo pacman -S --needed alsa-lib pkgconf libx11 libxcursor libxi libxkbcommon-x11"
  elif has zypper; then
    fail "    sudo zypper install alsa-devel pkg-config libX11-xcb1 libXcursor1 libXi6 libxkbcommon-x11-0"
  fi
  fail "    for Debian they are called $debian_packages"
}

case "$(uname -s)" in
  Linux)
    require_cargo
    require_linux_compiler
    if ! sound_is_here || ! window_is_here; then
      if has apt-get; then install_with_apt; else name_packages; fi
      sound_is_here || fail "The packages are installed, but pkg-config still does not find alsa." \
        "If PKG_CONFIG_PATH or PKG_CONFIG_LIBDIR is set, unset it and run this again."
    fi
    ;;
  Darwin)
    require_cargo
    xcode-select -p >/dev/null 2>&1 ||
      fail "Rust needs Apple's command line tools to link programs. Install them with: xcode-select --install"
    ;;
  *)
    # On Windows, rustup looks after the compiler itself.
    require_cargo
    ;;
esac
