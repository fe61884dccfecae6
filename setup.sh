#!/bin/sh
# Makes a computer ready to build Kneewise. On Linux that takes the ALSA headers, which the sound needs at
# build time, and pkg-config, which finds them. Where both are there, and on macOS and Windows, it changes nothing.
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

alsa_is_here() { has pkg-config && pkg-config --exists alsa; }

install_alsa() {
  if ! has apt-get; then
    say "Kneewise needs the ALSA headers and pkg-config to build. Please install them, then run this again:"
    if has dnf; then
      fail "    sudo dnf install alsa-lib-devel pkgconf-pkg-config"
    elif has pacman; then
      fail "    sudo pacman -S --needed alsa-lib pkgconf"
    elif has zypper; then
      fail "    sudo zypper install alsa-devel pkg-config"
    fi
    fail "    Fedora: alsa-lib-devel pkgconf-pkg-config    Arch: alsa-lib pkgconf    openSUSE: alsa-devel pkg-config"
  fi

  if [ "$(id -u)" -eq 0 ]; then
    as_root=
  elif has sudo; then
    as_root=sudo
  else
    fail "Kneewise needs two packages to build, and there is no sudo here to install them. As root, run:" \
      "    apt-get install libasound2-dev pkg-config"
  fi

  say "Installing libasound2-dev and pkg-config, which Kneewise needs to build."
  # Only the install decides: it may well succeed with the package lists that are already here.
  $as_root apt-get -qq update >&2 || say "The package lists could not be refreshed. Going on with those that are here."
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=120 \
    install --no-install-recommends libasound2-dev pkg-config </dev/null >&2 ||
    fail "The packages could not be installed; the lines above say why."
}

case "$(uname -s)" in
  Linux)
    require_cargo
    require_linux_compiler
    if ! alsa_is_here; then
      install_alsa
      alsa_is_here || fail "The packages are installed, but pkg-config still does not find alsa." \
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
