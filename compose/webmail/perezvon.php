<?php
$config['language'] = 'ru_RU';
$config['product_name'] = 'Почта ведомств';
$config['enable_spellcheck'] = false;
$trusted = ['ssl' => ['verify_peer' => true, 'verify_peer_name' => true, 'cafile' => '/etc/perezvon/authority.pem']];
$config['imap_conn_options'] = $trusted;
$config['smtp_conn_options'] = $trusted;
