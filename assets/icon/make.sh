#!/bin/sh
# Makes the PNG files and the ICO again from the drawings.
# Needs rsvg-convert (librsvg2-bin), optipng and icotool (icoutils).
set -eu
cd "$(dirname "$0")"
name=dbv-case-review
for size in 16 24 32 48 64 128 256; do
    drawing=$name-$size.svg
    [ -e "$drawing" ] || drawing=$name.svg
    rsvg-convert -w "$size" -h "$size" "$drawing" -o "$name-$size.png"
    optipng -quiet -o7 -nc -strip all "$name-$size.png"
done
# Bitmaps, which everything on Windows reads; the largest as PNG, as Windows itself does.
icotool --create --output="$name.ico" $name-16.png $name-24.png $name-32.png $name-48.png \
    $name-64.png --raw=$name-256.png
