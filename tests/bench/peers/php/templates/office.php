<?php
$title = t('title.office.change');
$back = '/tokutei/offices';
require __DIR__ . '/head.php';

$address = static function (string $at, array $o, string $column): void {
    text_field("$at.zip", $o["{$column}_zip"], t('form.address.zip.label'),
        hint: t('form.address.zip.hint'), width: 'zip', inputmode: 'numeric',
        more: ' data-lookup="/master/lookup"', autocomplete: 'postal-code',
        act: "zip:$at", act_label: t('ui.find_address'));
    choice_field("$at.pref", $o["{$column}_pref"], options('prefecture_options'),
        t('form.address.pref.label'), target: "$at.city", autocomplete: 'address-level1');
    choice_field("$at.city", $o["{$column}_city"],
        $o["{$column}_pref"] === '' ? [] : options('city_options', ['pref' => $o["{$column}_pref"]]),
        t('form.address.city.label'), autocomplete: 'address-level2');
    text_field("$at.town", $o["{$column}_town"], t('form.address.town.label'),
        hint: t('form.address.town.hint'), autocomplete: 'address-line1');
};
$mail = ' spellcheck="false" autocapitalize="none"';
?>
<p><?= t('place.unknown') ?><a href="/tokutei/place"><?= t('place.link') ?></a></p>
<form class="form" method="post" action="/tokutei/office?id=<?= $id ?>" novalidate>
<button class="vh" name="act" value="save" tabindex="-1" aria-hidden="true"><?= t('ui.enter') ?></button>
<?php
hidden('token', $session['form_token']);
hidden('key', $session['form_key']);
hidden('revision', (string) $o['revision']);
hidden('id', $id);
?>

<section aria-labelledby="office-l"><h2 class="part-name" id="office-l"><?= t('office.office') ?></h2>
<?php
text_field('name', $o['name'], t('form.office.name.label'), hint: t('form.office.name.hint'));
text_field('kana', $o['kana'], t('form.office.kana.label'), hint: t('form.office.kana.hint'));
if ($agency) {
    text_field('principal', $o['principal'], t('form.office.principal.label'), false,
        hint: t('form.office.principal.hint'));
}
?><fieldset class="part" id="at">
<legend class="part-name"><?= t('form.office.at.label') ?></legend>
<?php $address('at', $o, 'at') ?></fieldset>
<?php
text_field('tel', $o['tel'], t('form.office.tel.label'), hint: t('form.office.tel.hint'),
    type: 'tel', width: 'tel', inputmode: 'tel');
text_field('fax', $o['fax'], t('form.office.fax.label'), false, type: 'tel', width: 'tel', inputmode: 'tel');
text_field('mail', $o['mail'], t('form.office.mail.label'), false, type: 'email', inputmode: 'email', more: $mail);
text_field('staff', (string) $o['staff'], t('form.office.staff.label'), false,
    hint: t('form.office.staff.hint'), width: 'num', inputmode: 'numeric', unit: t('form.office.staff.unit'));
?></section>
<section class="part" id="business" aria-labelledby="business-l"><h2 class="part-name" id="business-l"><?= t('form.office.business.label') ?></h2>
<p><?= t('office.business') ?></p>
<?php foreach ($businesses as $i => $b) {
    $at = "business.$i";
    ?><fieldset class="row" id="<?= $at ?>">
<legend class="row-name"><?= $i + 1 ?><?= t('office.nth') ?></legend>
<?php
    choice_field("$at.type", $b['type'], options('type_options'), t('form.business.type.label'), target: "$at.detail1");
    choice_field("$at.detail1", $b['detail1'],
        $b['type'] === '' ? [] : options('detail1_options', ['type' => $b['type']]),
        t('form.business.detail1.label'), target: "$at.detail2");
    $second = $b['detail1'] === '' ? [] : options('detail2_options', ['detail1' => $b['detail1']]);
    choice_field("$at.detail2", $b['detail2'], $second, t('form.business.detail2.label'),
        hint: t('form.business.detail2.hint'), box: new Box($second ? '' : ' is-off', ' data-if-any="1"'));
    foreach (['own', 'external'] as $side) {
        text_field("$at.$side", (string) $b[$side], t("form.business.$side.label"),
            hint: t("form.business.$side.hint"), width: 'num', inputmode: 'numeric',
            unit: t("form.business.$side.unit"), act: "calc:$at.$side", act_label: t('office.calc'),
            below: "<input type=\"hidden\" name=\"$at.basis_$side\" value=\"" . e($b["basis_$side"]) . "\">\n");
    }
    ?><div class="field"><label class="label" for="<?= $at ?>.total"><?= t('form.business.total.label') ?></label>
<output class="total" id="<?= $at ?>.total" for="<?= $at ?>.own <?= $at ?>.external"><?= $b['own'] + $b['external'] ?></output><span class="unit"><?= t('fulltime.people') ?></span></div>
<?php
    area_field("$at.note", $b['note'], t('form.business.note.label'), false, t('form.business.note.hint'));
    if (count($businesses) > 1) { ?><p class="row-acts"><?php
        button("drop:$at", t('office.drop_row'), 'btn-plain') ?></p>
<?php } ?></fieldset>
<?php } ?><p><?php button('add:business', t('office.add'), 'btn btn-2') ?></p>
</section>
<fieldset class="part" id="inst">
<legend class="part-name"><?= t('form.office.inst.label') ?></legend>
<?php if ($institutions) { ?><div class="field"><label class="label" for="from"><?= t('office.from') ?></label>
<p class="hint" id="from-h"><?= t('office.from_hint') ?></p>
<div class="control"><select class="input" id="from" name="from" aria-describedby="from-h">
<option value=""><?= t('ui.choose') ?></option>
<?php foreach ($institutions as $i) { ?><option value="<?= bin2hex($i['id']) ?>"><?= e($i['name']) ?>（<?= e((string) $i['city_name']) ?>）</option>
<?php } ?></select><button class="btn btn-2" name="act" value="inst"><?= t('office.from_do') ?></button></div></div>
<?php } elseif ($chosen) { ?><p><?php button('choose', t('office.from_open'), 'btn btn-2') ?></p>
<?php } ?><fieldset class="field" aria-describedby="inst.secured-h">
<legend class="label"><?= t('form.institution.secured.label') ?> <span class="need is-must"><?= t('ui.required') ?></span></legend>
<p class="hint" id="inst.secured-h"><?= t('form.institution.secured.hint') ?></p>
<div class="options">
<?php foreach (['yes' => '', 'no' => '-1'] as $code => $suffix) { ?><div class="option"><input type="radio" id="inst.secured<?= $suffix ?>" name="inst.secured" value="<?= $code ?>"<?= $o['inst_secured'] === $code ? ' checked' : '' ?>><label for="inst.secured<?= $suffix ?>"><?= t("form.institution.secured.$code") ?></label></div>
<?php } ?></div><button class="btn btn-2" name="act" value="narrow:inst.secured"><?= t('ui.switch') ?></button></fieldset>
<?php
$yes = new Box($o['inst_secured'] === 'yes' ? '' : ' is-off', ' data-when="inst.secured" data-is="yes"');
$no = new Box($o['inst_secured'] === 'no' ? '' : ' is-off', ' data-when="inst.secured" data-is="no"');
text_field('inst.name', $o['inst_name'], t('form.institution.name.label'), hint: t('form.institution.name.hint'), box: $yes);
text_field('inst.kana', $o['inst_kana'], t('form.institution.kana.label'), box: $yes);
?><fieldset class="part<?= $yes->class ?>"<?= $yes->data ?> id="inst.at">
<legend class="part-name"><?= t('form.institution.at.label') ?></legend>
<?php $address('inst.at', $o, 'inst_at') ?></fieldset>
<?php
text_field('inst.tel', $o['inst_tel'], t('form.institution.tel.label'), type: 'tel', width: 'tel', inputmode: 'tel', box: $yes);
text_field('inst.fax', $o['inst_fax'], t('form.institution.fax.label'), false, type: 'tel', width: 'tel', inputmode: 'tel', box: $yes);
text_field('inst.mail', $o['inst_mail'], t('form.institution.mail.label'), false, type: 'email', inputmode: 'email', more: $mail, box: $yes);
area_field('inst.plan', $o['inst_plan'], t('form.institution.plan.label'), true, t('form.institution.plan.hint'), $no);
?></fieldset>

<div class="btn-row">
<?php
button('save', t('office.save'));
button('more', t('office.more'), 'btn btn-2');
button('clear', t('button.clear'), 'btn-plain');
?>

</div>
</form>
<?php require __DIR__ . '/foot.php';
