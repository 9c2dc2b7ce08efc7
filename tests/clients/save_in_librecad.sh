#!/bin/sh
# Open a drawing in LibreCAD, draw a short line by its command line, save it over itself. Needs a display.
# usage: save_in_librecad.sh LIBRECAD FILE.dxf
file=$2
before=$(stat -c %i.%s.%Y "$file")
"$1" "$file" >librecad.log 2>&1 &
program=$!
trap 'kill $program 2>/dev/null' EXIT
window=$(timeout 60 xdotool search --sync --onlyvisible --name "LibreCAD.*$(basename "$file" .dxf)" | tail -1)
[ -n "$window" ] || exit 3
for attempt in 1 2 3 4 5 6; do
  xdotool windowfocus "$window"
  xdotool key space
  for word in li 0,0 1,1; do
    xdotool type --delay 20 "$word"
    xdotool key Return
    sleep 0.2
  done
  xdotool key Escape Escape ctrl+s
  for wait in 1 2 3 4 5 6 7 8 9 10; do
    sleep 0.5
    now=$(stat -c %i.%s.%Y "$file")
    if [ "$now" != "$before" ] && [ "$now" = "$last" ]; then exit 0; fi
    last=$now
  done
done
exit 4
