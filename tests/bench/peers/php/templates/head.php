<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<meta name="color-scheme" content="light">
<title><?= $title ?>（3／4）｜<?= t('system.name') ?></title>
<link rel="icon" href="/static/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="<?= $_SERVER['CSS'] ?>">
<script src="<?= $_SERVER['JS'] ?>" defer></script>
</head>
<body class="site-public" data-idle="<?= intdiv((int) $session['idle_seconds'], 60) ?>">
<a class="skip" href="#main"><?= t('ui.skip') ?></a>
<header class="head">
<div class="wrap head-row">
<p class="brand"><a href="/"><svg class="mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false"><rect width="40" height="40" rx="10" fill="currentColor"/><path d="M20 7l11 4v8c0 7-4.600 11.500-11 14-6.400-2.500-11-7-11-14v-8z" fill="#fff"/><path d="M14.500 20l4 4 7.500-8" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg><span><?= t('system.name') ?></span></a></p>
<p class="site"><?= t('ui.site.public') ?></p>
<div class="me"><p class="me-name"><?php if ((string) $session['org_name'] !== '') { ?><span class="me-org"><?= e($session['org_name']) ?></span> <?php }
?><?= (string) $session['name'] !== '' ? e($session['name']) : t('role.somebody') ?>（<?= t('role.' . $session['role']) ?>）</p>
<form class="form-small" method="post" action="/account/logout" novalidate>
<?php hidden('token', $session['form_token']); hidden('key', $session['form_key']); button('logout', t('ui.logout'), 'btn-plain') ?></form>
</div>
</div>
<div class="wrap head-sub"><p class="back"><a href="<?= e($back) ?>"><?= t('ui.back') ?></a></p>
<p class="expires"><?= t('ui.expires') ?><span id="expires"><?= japan_time($session['expires'], false) ?></span></p>
</div>
</header>
<nav class="steps" aria-label="<?= t('ui.steps.name') ?>">
<div class="wrap">
<p class="steps-now"><?= t('ui.steps.all') ?><b>4</b><?= t('ui.steps.of') ?><b>3</b><?= t('ui.steps.th') ?><?= t('step.3.label') ?></p>
<ol>
<?php for ($i = 1; $i <= 4; $i++) { ?><li<?= $i < 3 ? ' class="is-done"' : ($i === 3 ? ' class="is-now" aria-current="step"' : '') ?>><?php
if ($i < 3) { ?><a href="<?= t("step.$i.url") ?>"><span><?= t("step.$i.label") ?><span class="vh"><?= t('ui.steps.done') ?></span></span></a><?php
} else { ?><span class="step"><span><?= t("step.$i.label") ?></span></span><?php } ?></li>
<?php } ?></ol></div></nav>
<main class="wrap" id="main" tabindex="-1">
<p class="print-only print-head"><?= t('system.name') ?>　<?= t('ui.printed') ?><?= japan_time(time(), true) ?></p>

<h1><?= $title ?></h1>
