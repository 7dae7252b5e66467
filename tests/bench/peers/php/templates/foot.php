
</main>
<footer class="foot">
<div class="wrap">
<h2><?= t('ui.help.title') ?></h2>
<p class="foot-lead"><?= t('ui.help.lead') ?></p>
<dl class="foot-list">
<div><dt><?= t('ui.help.tel_label') ?></dt><dd><?= t('ui.help.tel') ?></dd></div>
<div><dt><?= t('ui.help.hours_label') ?></dt><dd><?= t('ui.help.hours') ?></dd></div>
</dl>
<ul class="foot-links">
<li><a href="/help/guide"><?= t('ui.help.guide') ?></a></li>
<li><a href="/"><?= t('ui.help.top') ?></a></li>
</ul>
</div></footer>
<dialog class="timeout" id="timeout" aria-labelledby="timeout-l">
<h2 id="timeout-l"><?= t('ui.timeout.title') ?></h2>
<p><?= t('ui.timeout.text') ?></p>
<p id="timeout-say" role="status" data-fail="<?= t('ui.timeout.fail') ?>" data-over="<?= t('ui.timeout.over') ?>"></p>
<p class="btn-row"><button class="btn" type="button" id="timeout-go"><?= t('ui.timeout.go') ?></button></p>
</dialog>
<p class="vh" id="say" role="status" data-found="<?= t('ui.say.found') ?>" data-none="<?= t('ui.say.none') ?>" data-many="<?= t('ui.say.many') ?>"></p>
</body>
</html>
