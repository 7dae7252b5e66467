<?php
$title = t('title.public.tokutei.offices');
$back = '/tokutei/applicant';
require __DIR__ . '/head.php';

$th = static function (string $key, bool $number = false): void {
    ?><th scope="col"<?= $number ? ' class="num"' : '' ?>><?= t($key) ?></th>
<?php
};
$td_num = static function (string $label, string $text): void {
    ?><td class="num" data-label="<?= $label ?>"><?= e($text) ?></td>
<?php
};
$th_sort = static function (string $by) use ($sort): void {
    $mark = $by !== $sort ? '↕' : ($by === 'persons' ? '▼' : '▲');
    ?><th scope="col"<?= $by === $sort ? ' aria-sort="ascending"' : '' ?>><a class="sort" href="/tokutei/offices?sort=<?= $by ?>"><?= t("offices.sort.$by") ?><span class="sort-mark" aria-hidden="true"><?= $mark ?></span></a></th>
<?php
};
?>
<p class="lead"><?= t('offices.sum.offices') ?> <b><?= number_format((int) $p['offices']) ?></b><?= t('offices.unit.offices') ?>、<?= t('offices.sum.persons') ?> <b><?= number_format((int) $p['persons']) ?></b><?= t('offices.unit.persons') ?></p>
<?php if ((int) $p['without_institution']) { ?><p><span class="tag tag-ask"><?= t('offices.inst.no') ?></span> <?= t('offices.sum.without') ?> <b><?= number_format((int) $p['without_institution']) ?></b><?= t('offices.unit.offices') ?>　<a href="/tokutei/offices?inst=no"><?= t('offices.sum.show') ?></a></p>
<?php }
if ($types) { ?><div class="scroll" role="region" aria-labelledby="types" tabindex="0">
<table class="list"><caption id="types"><?= t('offices.types.title') ?></caption>

<thead><tr><?php $th('offices.types.type'); $th('offices.types.offices', true); $th('offices.types.own', true); $th('offices.types.external', true); $th('offices.types.persons', true) ?></tr></thead>
<tbody><?php foreach ($types as $type) { ?><tr><th scope="row" data-label="<?= t('offices.types.type') ?>"><?= e($type['label']) ?></th><?php
    foreach (['offices', 'own', 'external', 'persons'] as $column) {
        $td_num(t("offices.types.$column"), (string) $type[$column]);
    } ?></tr><?php } ?></tbody>
</table></div>
<?php } else { ?><p><a href="/tokutei/offices?types=1"><?= t('offices.types.title') ?></a></p>
<?php } ?>
<div class="btn-row">
<a class="btn btn-2" href="/tokutei/office"><?= t('offices.add') ?></a>

<a class="btn btn-2" href="/tokutei/upload"><?= t('offices.excel_in') ?></a>

<a href="/tokutei/export"><?= t('offices.excel_out') ?></a>
</div>
<h2><?= t('offices.list') ?></h2>
<form class="form-search" method="get" action="/tokutei/offices" role="search" novalidate>
<?php
text_field('q', $q, t('form.offices.q.label'), false, hint: t('form.offices.q.hint'));
choice_field('pref', $pref, options('prefecture_options'), t('form.offices.pref.label'), false, none: t('form.offices.pref.none'));
choice_field('type', $type_code, options('type_options'), t('form.offices.type.label'), false, none: t('form.offices.type.none'));
choice_field('inst', $inst, ['no' => html_entity_decode(t('form.offices.inst.no'), ENT_QUOTES)], t('form.offices.inst.label'), false, none: t('form.offices.inst.none'));
?><button class="btn btn-2"><?= t('offices.search') ?></button>
</form>


<p class="count"><b><?= number_format($count) ?></b><?= t('ui.hits') ?></p>
<p><?= t("offices.order.$sort") ?></p>
<form class="form-wide" method="post" action="/tokutei/offices" novalidate>
<?php hidden('token', $session['form_token']); hidden('key', $session['form_key']) ?>
<div class="scroll" role="region" aria-labelledby="offices" tabindex="0">
<table class="list"><caption id="offices"><?= t('offices.caption') ?></caption>

<thead><tr><?php $th_sort('number'); $th_sort('kana'); $th_sort('place'); $th('offices.types.type'); $th_sort('persons'); $th('offices.inst.head'); $th('offices.acts') ?></tr></thead>
<tbody><?php foreach ($rows as $r) {
    $id = bin2hex($r['id']);
    $name = e($r['name']);
    ?><tr><?php $td_num(t('offices.sort.number'), (string) $r['number']) ?><th scope="row" data-label="<?= t('offices.sort.kana') ?>"><a href="/tokutei/office?id=<?= $id ?>"><?= $name ?></a></th>

<td data-label="<?= t('offices.sort.place') ?>"><?= e(place_name($r['place'])) ?><?= e($r['at_town']) ?></td><td data-label="<?= t('offices.types.type') ?>"><?= e(type_names($r['types'])) ?></td>
<?php $td_num(t('offices.sort.persons'), (string) $r['persons']);
    if ($r['inst_secured'] === 'yes') { ?><td data-label="<?= t('offices.inst.head') ?>"><span class="tag tag-done"><?= t('offices.inst.yes') ?></span></td>
<?php } else { ?><td data-label="<?= t('offices.inst.head') ?>"><span class="tag tag-ask"><?= t('offices.inst.no') ?></span></td>
<?php } ?>

<td class="acts" data-label="<?= t('offices.acts') ?>"><button class="btn-plain" name="act" value="duplicate:<?= $id ?>"><?= t('offices.duplicate') ?><span class="vh">：<?= $name ?></span></button>
 <a class="btn-plain" href="/tokutei/removal?id=<?= $id ?>"><?= t('offices.remove') ?><span class="vh">：<?= $name ?></span></a></td></tr>
<?php } ?></tbody>
</table></div>
</form>

<?php if ($last > 1) { ?><nav class="pager" aria-label="<?= t('ui.pages') ?>"><ul>
<?php if ($page > 1) { ?><li><a rel="prev" href="/tokutei/offices?page=<?= $page - 1 ?>"><?= t('ui.prev') ?></a></li>
<?php }
    foreach ($numbers as $n) { ?><li><?php
        if ($n === $page) { ?><span class="is-now" aria-current="page"><span class="vh"><?= t('ui.page') ?></span><?= $n ?></span><?php
        } elseif ($n === null) { ?><span class="gap"></span><?php
        } else { ?><a href="/tokutei/offices?page=<?= $n ?>"><span class="vh"><?= t('ui.page') ?></span><?= $n ?></a><?php
        } ?></li>
<?php }
    if ($page < $last) { ?><li><a rel="next" href="/tokutei/offices?page=<?= $page + 1 ?>"><?= t('ui.next') ?></a></li>
<?php } ?></ul></nav>
<?php } ?>

<form class="form-wide" method="post" action="/tokutei/offices" novalidate>
<?php hidden('token', $session['form_token']); hidden('key', $session['form_key']) ?>
<div class="btn-row"><?php button('next', t('offices.next')) ?></div></form>

<p><a href="/tokutei/removal"><?= t('offices.remove_all') ?></a></p>
<?php require __DIR__ . '/foot.php';
