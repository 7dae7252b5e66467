/* remind.h - reminders of offices without an institution (worker). */
#ifndef MISSING_REMIND_H
#define MISSING_REMIND_H

#include "base/ctx.h"
#include "text/jdate.h"

/*
 * The day of a reminder, from 0, of what lies open since a day: that day, 30
 * and 90 days later, then every half-year, counted from that day (spec tokutei
 * §7). The 31st of a month answers to the last day of a shorter one.
 */
struct date missing_remind_day(struct date since, int64_t step);

/*
 * Says it to everybody whose day has come, once each, any number of workers at
 * a time; who was not reminded for long hears it once. Nothing is said to a
 * business of which no office lies open, or whose registration has ended.
 * *told: how many mails.
 */
enum status missing_remind(struct ctx *cx, int64_t *told) MUST_USE;

#endif
