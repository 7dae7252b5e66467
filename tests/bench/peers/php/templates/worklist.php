<?php
$title = t('title.intranet.tokutei.list');
require __DIR__ . '/desk_head.php';

$th = static function (string $key, bool $number = false): void {
    ?><th scope="col"<?= $number ? ' class="num"' : '' ?>><?= t("worklist.col.$key") ?></th>
<?php
};
$th_sort = static function (string $by, string $dir = '') use ($filter): void {
    $mark = ['' => '↕', 'ascending' => '▲', 'descending' => '▼'][$dir];
    ?><th scope="col"<?= $dir !== '' ? " aria-sort=\"$dir\"" : '' ?>><a class="sort" href="<?= e(worklist_url('/tokutei/list', ['sort' => $by] + $filter)) ?>"><?= t("worklist.col.$by") ?><span class="sort-mark" aria-hidden="true"><?= $mark ?></span></a></th>
<?php
};
$working = in_array($filter['state'], ['open', 'inquiry', 'answered'], true);
$list = worklist_url('', $filter);
?>
<nav class="pager" aria-label="<?= t('worklist.tabs') ?>"><ul>
<?php foreach (['open', 'inquiry', 'answered', 'confirmed', 'done', 'overdue'] as $tab) {
    $to = $tab === 'overdue' ? ['due' => 'over', 'state' => 'inquiry'] : ['state' => $tab];
    $now = $filter['state'] === $tab;
    $count = (int) ($counts[$tab] ?? 0);
    ?><li><a<?= $now ? ' class="is-now" aria-current="page"' : '' ?> href="<?= e(worklist_url('/tokutei/list', $to + $filter)) ?>"><?= t("worklist.tab.$tab") ?> <?= number_format($count) ?></a></li>
<?php } ?></ul></nav>
<form class="form-search" method="get" action="/tokutei/list" role="search" novalidate>
<?php
text_field('q', '', t('form.worklist.q.label'), false, hint: t('form.worklist.q.hint'));
foreach (['pref', 'type', 'founder', 'size', 'whose', 'age'] as $field) {
    choice_field($field, $filter[$field], worklist_options($field), t("form.worklist.$field.label"), false, none: t("form.worklist.$field.none"));
}
hidden('state', $filter['state']);
hidden('sort', 'since');
?><button class="btn btn-2"><?= t('worklist.search') ?></button>
</form>

<?php if ($narrowed) { ?><ul class="chips" aria-label="<?= t('ui.chips') ?>">
<?php foreach (['pref', 'type', 'founder', 'size', 'whose', 'age'] as $field) {
    if ($filter[$field] !== '') { ?><li><a href="<?= e(worklist_url('/tokutei/list', [$field => ''] + $filter)) ?>"><span class="chip"><?= e(worklist_options($field)[$filter[$field]]) ?></span><span class="vh"><?= t('ui.chip_off') ?></span><span class="chip-x" aria-hidden="true">×</span></a></li>
<?php }
} ?></ul>
<?php } ?>

<p class="count"><b><?= number_format($narrowed ? $hits : (int) ($counts[$filter['state']] ?? 0)) ?></b><?= t('ui.hits') ?><?= $more ? t('worklist.more') : '' ?>　<?= t('worklist.order.since') ?></p>
<?php if ($rows === []) { ?><div class="empty"><p><?= t('worklist.none') ?></p>
<p><a href="/tokutei/list"><?= t('ui.all') ?></a></p>
</div>
<?php } else { ?><form class="form-wide" method="post" action="/tokutei/list" novalidate>
<?php hidden('token', $session['form_token']); hidden('key', $session['form_key']); hidden('list', substr($list, 1)) ?>

<div class="scroll" role="region" aria-labelledby="list" tabindex="0">
<table class="list"><caption id="list"><?= t('worklist.caption') ?></caption>

<thead><tr><?php
if ($working) {
    $th('pick');
}
$th('receipt');
$th('name');
$th('pref');
$th('offices', true);
$th_sort('persons');
$th_sort('since', 'ascending');
if ($filter['state'] === 'inquiry') {
    $th_sort('due');
} else {
    $th('due');
}
$th('assignee');
?></tr></thead>
<tbody><?php foreach ($rows as $r) {
    $id = bin2hex($r['id']);
    $receipt = e($r['receipt']);
    ?><tr><?php if ($working) { ?><td data-label="<?= t('worklist.col.pick') ?>"><input type="checkbox" name="pick" value="<?= $id ?>" aria-labelledby="<?= $receipt ?>"></td><?php
    } ?><th scope="row" id="<?= $receipt ?>" data-label="<?= t('worklist.col.receipt') ?>"><a href="/tokutei/application?id=<?= $id ?>"><?= $receipt ?></a></th><td data-label="<?= t('worklist.col.name') ?>"><?= e($r['name']) ?></td><td data-label="<?= t('worklist.col.pref') ?>"><?= e($prefs[$r['pref']] ?? '') ?></td><td class="num" data-label="<?= t('worklist.col.offices') ?>"><?= e((string) $r['offices']) ?></td><td class="num" data-label="<?= t('worklist.col.persons') ?>"><?= e((string) $r['persons']) ?></td><td data-label="<?= t('worklist.col.since') ?>"><?= e($r['since']) ?></td><td data-label="<?= t('worklist.col.due') ?>"><?= e((string) $r['due']) ?><?php
    if ((int) $r['overdue']) { ?> <span class="tag tag-bad"><?= t('worklist.overdue') ?></span><?php
    } ?></td><td data-label="<?= t('worklist.col.assignee') ?>"><?php
    if ((int) $r['mine']) { ?><b><?= t('worklist.mine') ?></b><?php
    } else { ?><?= e($colleagues[$r['assignee']] ?? '') ?><?php
    } ?></td></tr>
<?php } ?></tbody>
</table></div>

<?php if ($working) { ?><div class="btn-row"><?php button('take', t('worklist.take')); button('release', t('worklist.release'), 'btn btn-2') ?></div>
<?php } ?></form>

<?php if ($prev !== '' || $next !== '') { ?><nav class="pager" aria-label="<?= t('ui.pages') ?>"><ul>
<?php if ($prev !== '') { ?><li><a rel="prev" href="<?= e($prev) ?>"><?= t('ui.prev') ?></a></li>
<?php }
    if ($next !== '') { ?><li><a rel="next" href="<?= e($next) ?>"><?= t('ui.next') ?></a></li>
<?php } ?></ul></nav>
<?php } ?><p><a href="<?= e(worklist_url('/tokutei/export', $filter, ['format' => 'csv'])) ?>"><?= t('worklist.csv') ?></a>　<a href="<?= e(worklist_url('/tokutei/export', $filter, ['format' => 'xlsx'])) ?>"><?= t('worklist.xlsx') ?></a></p>
<?php }
require __DIR__ . '/foot.php';
