#!/usr/bin/env bash
# Runs Debian's Postfix and Dovecot beside whatever else runs on this machine: everything is kept in one directory, on
# ports of its own, reachable from this machine only; nothing under /etc or /var is touched and no letter goes outside.
# To be run as root, without systemd. Prints "ready" and runs until its standard input ends or it is told to stop.
#
#   run.sh <empty directory> <password of every mailbox>
#
# Ports by environment: SUBMISSION (STARTTLS and login, for the centre), MX (neither, for agencies), IMAP (STARTTLS
# offered) and IMAPS. Who is there:
#
#   anybody@anything.example       has a mailbox; box+detail@… lies in box@…
#   nobody…@anything.example       is refused by the server of that domain: 550 5.1.1, and the sender gets a report
#   full…@anything.example         has no room left: 552 5.2.2
#   busy…@anything.example         is asked for later, again and again: 450 4.2.0
#   anybody@unreachable.example    has a server that does not answer; reports of delay come after two seconds
#   anything else                  does not exist, and no server is asked
set -euo pipefail
directory=$(realpath "$1")
password=$2
: "${SUBMISSION:=2587}" "${MX:=2525}" "${IMAP:=2143}" "${IMAPS:=2993}"
chmod 755 "$directory"
cd "$directory"

servers=()

stop() {
  [ ${#servers[@]} -eq 0 ] || kill "${servers[@]}" 2> /dev/null || true
  wait
}
trap stop EXIT
trap 'exit 0' TERM INT HUP

# Until somebody answers there.
answers() {
  for _ in {1..200}; do
    ! (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null || return 0
    sleep 0.05
  done
  cat dovecot.log postfix.log >&2
  return 1
}

# A certificate that is thrown away with the directory.
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost \
  -addext "subjectAltName=DNS:localhost,IP:127.0.0.1" -keyout key.pem -out certificate.pem 2> openssl.log

# --- Dovecot: mailboxes, and who may log in -------------------------------------------------------------------------
mkdir mail state
chown mail:mail mail
cat > dovecot.conf << END
protocols = imap lmtp
listen = 127.0.0.1
base_dir = $directory/run
state_dir = $directory/state
log_path = $directory/dovecot.log
ssl = yes
ssl_cert = <$directory/certificate.pem
ssl_key = <$directory/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
first_valid_uid = 1
recipient_delimiter = +
postmaster_address = postmaster@ekc.example
mail_location = maildir:~/Maildir
mail_fsync = never
mail_max_userip_connections = 1000
namespace inbox {
  inbox = yes
  separator = /
}
passdb {
  driver = static
  args = password=$password
}
userdb {
  driver = static
  args = uid=mail gid=mail home=$directory/mail/%d/%n allow_all_users=yes
}
service imap-login {
  service_count = 0
  inet_listener imap {
    port = $IMAP
  }
  inet_listener imaps {
    port = $IMAPS
    ssl = yes
  }
}
service lmtp {
  unix_listener $directory/lmtp {
    mode = 0666
  }
}
service auth {
  unix_listener $directory/login {
    mode = 0666
  }
}
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
END
dovecot -F -c "$directory/dovecot.conf" &
servers+=($!)

# --- Postfix: the centre's way out, and everybody's way in -----------------------------------------------------------
queue=$directory/postfix/queue
mkdir -p "$queue"/{active,bounce,corrupt,defer,deferred,flush,hold,incoming,maildrop,pid,private,public,saved,trace} postfix/data
chown -R postfix "$queue" postfix/data
chown root "$queue" "$queue/pid"
chmod 700 "$queue"/{active,bounce,corrupt,defer,deferred,flush,hold,incoming,private,saved,trace}

cat > postfix/main.cf << END
compatibility_level = 3.6
queue_directory = $queue
data_directory = $directory/postfix/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file = $directory/postfix.log
maillog_file_prefixes = $directory
myhostname = mail.ekc.example
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
disable_dns_lookups = yes
alias_maps =
alias_database =
local_recipient_maps =
local_transport = error:5.1.1 nobody lives here
default_transport = error:5.1.2 there is no such mail domain
transport_maps = regexp:$directory/postfix/transport
recipient_delimiter = +
notify_classes =
message_size_limit = 104857600
mailbox_size_limit = 0
lmtp_assume_final = yes
# A day is a few seconds here.
queue_run_delay = 2s
minimal_backoff_time = 2s
maximal_backoff_time = 8s
delay_warning_time = 2s
in_flow_delay = 0
smtpd_error_sleep_time = 0
smtpd_client_connection_count_limit = 0
smtpd_tls_cert_file = $directory/certificate.pem
smtpd_tls_key_file = $directory/key.pem
smtpd_sasl_type = dovecot
smtpd_sasl_path = $directory/login
smtpd_peername_lookup = no
END

cat > postfix/master.cf << END
$SUBMISSION inet n - n - - smtpd
  -o syslog_name=submission
  -o smtpd_tls_security_level=encrypt
  -o smtpd_sasl_auth_enable=yes
  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject
$MX inet n - n - - smtpd
  -o syslog_name=mx
  -o myhostname=mx.minsoc.example
  -o smtpd_tls_security_level=may
  -o smtpd_relay_restrictions=check_recipient_access,regexp:$directory/postfix/people,reject
  -o content_filter=lmtp:unix:$directory/lmtp
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
showq unix n - n - - showq
postlog unix-dgram n - n - 1 postlogd
END

cat > postfix/transport << END
/@ekc\.example$/ lmtp:unix:$directory/lmtp
/@unreachable\.example$/ smtp:[127.0.0.1]:1
/\.example$/ smtp:[127.0.0.1]:$MX
END
cat > postfix/people << END
/^nobody/ 550 5.1.1 User unknown
/^full/ 552 5.2.2 Mailbox is full
/^busy/ 450 4.2.0 Come back later
/\.example$/ OK
END
# Postfix waits for two seconds of peace when its settings are fresh, lest somebody be still writing them.
touch -d "1 minute ago" postfix/main.cf postfix/master.cf
MAIL_CONFIG=$directory/postfix /usr/lib/postfix/sbin/master -c "$directory/postfix" &
servers+=($!)

for port in "$IMAP" "$IMAPS" "$MX" "$SUBMISSION"; do
  answers "$port"
done
echo ready
read -r || true
