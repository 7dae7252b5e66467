<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<meta name="color-scheme" content="light">
<title><?= $title ?>｜<?= t('system.name') ?></title>
<link rel="icon" href="/static/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="<?= $_SERVER['CSS'] ?>">
<script src="<?= $_SERVER['JS'] ?>" defer></script>
</head>
<body class="site-intranet" data-idle="<?= intdiv((int) $session['idle_seconds'], 60) ?>">
<a class="skip" href="#main"><?= t('ui.skip') ?></a>
<header class="head">
<div class="wrap head-row">
<p class="brand"><a href="/"><svg class="mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false"><rect width="40" height="40" rx="10" fill="currentColor"/><path d="M20 7l11 4v8c0 7-4.600 11.500-11 14-6.400-2.500-11-7-11-14v-8z" fill="#fff"/><path d="M14.500 20l4 4 7.500-8" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg><span><?= t('system.name') ?></span></a></p>
<p class="site"><?= t('ui.site.intranet') ?></p>
<div class="me"><p class="me-name"><?php if ((string) $session['org_name'] !== '') { ?><span class="me-org"><?= e($session['org_name']) ?></span> <?php }
?><?= (string) $session['name'] !== '' ? e($session['name']) : t('role.somebody') ?>（<?= t('role.' . $session['role']) ?>）</p>
<form class="form-small" method="post" action="/account/logout" novalidate>
<?php hidden('token', $session['form_token']); hidden('key', $session['form_key']); button('logout', t('ui.logout'), 'btn-plain') ?></form>
</div>
</div>
<nav class="wrap head-sub" aria-label="<?= t('ui.menu') ?>"><a href="/home/index"><?= t('ui.menu_home') ?></a> <a href="/tokutei/list"><?= t('ui.menu_list') ?></a></nav>
<div class="wrap head-sub"><p class="expires"><?= t('ui.expires') ?><span id="expires"><?= japan_time($session['expires'], false) ?></span></p>
</div>
</header>
<main class="wrap" id="main" tabindex="-1">
<p class="print-only print-head"><?= t('system.name') ?>　<?= t('ui.printed') ?><?= japan_time(time(), true) ?></p>

<h1><?= $title ?></h1>
