#!/bin/sh
# Hands one mail, read from standard input, to Huiyin. Run by Postfix's pipe(8); see docs/postfix.md.
# Needs sh, curl, openssl, and two settings in the file that HUIYIN_RELAY_CONF names:
#   HUIYIN_URL=https://…/v1/channels/email
#   HUIYIN_SECRET=whsec_…
# Ends with 0 when the mail is safe, with 75 (EX_TEMPFAIL) when Postfix should try again, and with 65 (EX_DATAERR) when it should
# return the mail to its sender.
set -eu

. "${HUIYIN_RELAY_CONF:-/etc/postfix/huiyin-relay.conf}"

# A request of the API takes no more.
REQUEST_BYTES=4500000

work=$(mktemp -d) || exit 75
trap 'rm -rf "$work"' EXIT
cat > "$work/mail" || exit 75
bytes=$(wc -c < "$work/mail" | tr -d ' ')

# The key in hexadecimal, filled up to the 64 bytes of a block, as HMAC (RFC 2104) wants it.
key=$(printf '%s' "${HUIYIN_SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')
while [ "${#key}" -lt 128 ]; do key="${key}00"; done

# padded NUMBER: the key, each byte XOR that number. By the shell itself: `openssl dgst -macopt` would show the key in every list of processes.
padded() {
  rest=$key
  while [ -n "$rest" ]; do
    tail=${rest#??}
    printf "\\$(printf '%03o' "$((0x${rest%"$tail"} ^ $1))")"
    rest=$tail
  done
}

# sign FILE: sets $id, $time and $signature after Standard Webhooks.
sign() {
  id="mail_$(openssl rand -hex 16)"
  time=${HUIYIN_TIME:-$(date +%s)}
  { padded 0x36; printf '%s.%s.' "$id" "$time"; cat "$1"; } | openssl dgst -sha256 -binary > "$work/inner"
  signature="v1,$({ padded 0x5c; cat "$work/inner"; } | openssl dgst -sha256 -binary | openssl base64 -A)"
}

# post PATH FILE TYPE: writes the answer to $work/answer and sets $status; 000 when nobody answered.
post() {
  sign "$2"
  status=$(curl --silent --show-error --max-time 60 --output "$work/answer" --write-out '%{http_code}' \
    --header "content-type: $3" --header "webhook-id: $id" --header "webhook-timestamp: $time" \
    --header "webhook-signature: $signature" --data-binary "@$2" "$HUIYIN_URL$1") || status=000
}

# What the sender could mend goes back to them; everything else is tried again.
finish() {
  case "$status" in
    2??) exit 0 ;;
    413) echo "552 5.3.4 The mail is too long" >&2; exit 65 ;;
    *) echo "451 4.3.0 Huiyin answered $status" >&2; exit 75 ;;
  esac
}

if [ "$bytes" -le "$REQUEST_BYTES" ]; then
  post '' "$work/mail" message/rfc822
  finish
fi

# A longer mail: ask for an address, then put it there.
sha256=$(openssl dgst -sha256 -r "$work/mail" | cut -d ' ' -f 1)
printf '{"bytes":%s,"sha256":"%s"}' "$bytes" "$sha256" > "$work/request"
post /uploads "$work/request" application/json
[ "$status" = 200 ] || finish
url=$(sed -n 's/.*"url":"\([^"]*\)".*/\1/p' "$work/answer")
checksum=$(sed -n 's/.*"x-amz-checksum-sha256":"\([^"]*\)".*/\1/p' "$work/answer")
status=$(curl --silent --show-error --max-time 600 --output /dev/null --write-out '%{http_code}' --upload-file "$work/mail" \
  --header 'content-type: message/rfc822' --header "x-amz-checksum-sha256: $checksum" "$url") || status=000
finish
