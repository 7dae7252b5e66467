/*
 * app.js - makes working pages nicer. Every page works without it: a feature
 * that finds its elements or the browser wanting leaves the page alone.
 * No wording here: texts come with the page, in data- attributes.
 */
(function () {
	"use strict";

	var doc = document;

	function id(name) {
		return doc.getElementById(name);
	}

	function each(selector, act) {
		doc.querySelectorAll(selector).forEach(act);
	}

	function make(tag, className, text) {
		var e = doc.createElement(tag);

		e.className = className;
		e.textContent = text;
		if (tag === "button")
			e.type = "button";
		return e;
	}

	/* Read out by a screen reader; the texts stand in #say. */
	function say(what) {
		var e = id("say");

		if (e)
			e.textContent = e.getAttribute("data-" + what) || what;
	}

	/* Full-width digits and hyphens are as good as the others. */
	function narrow(text) {
		return text.replace(/[０-９]/g, function (c) {
			return String.fromCharCode(c.charCodeAt(0) - 0xfee0);
		});
	}

	/* "at.zip", "pref" -> "at.pref": a field of the same part. */
	function beside(control, name) {
		return id(control.id.replace(/[^.]*$/, name));
	}

	function json(url, name, value) {
		return fetch(url + (url.indexOf("?") < 0 ? "?" : "&") + name +
			     "=" + encodeURIComponent(value), {
			headers: { Accept: "application/json" },
			credentials: "same-origin",
			redirect: "error"
		}).then(function (answer) {
			if (!answer.ok)
				throw new Error("status " + answer.status);
			return answer.json();
		});
	}

	/* Lists that depend on another list: cities of a prefecture. */

	/* One more list may hang on the list that is made anew. */
	function refill(select, options) {
		var box = select.closest("[data-if-any]");

		while (select.options.length > 1)
			select.remove(1);
		options.forEach(function (o) {
			select.add(new Option(o.label, o.value));
		});
		if (box)
			box.classList.toggle("is-off", !options.length);
		if (select.getAttribute("data-target"))
			load_list(select);
	}

	function load_list(select) {
		var target = id(select.getAttribute("data-target"));
		var last = select.id.split(".").pop();

		if (!target)
			return Promise.resolve();
		if (!select.value) {
			refill(target, []);
			return Promise.resolve();
		}
		return json(select.getAttribute("data-lookup"), last,
			    select.value).then(function (found) {
			refill(target, found.options);
		});
	}

	function button_of(control) {
		return control.parentNode.querySelector("button[name=act]");
	}

	function dependent_list(select) {
		var button = button_of(select);

		if (button)
			button.hidden = true;
		select.addEventListener("change", function () {
			load_list(select).catch(function () {
				if (button)
					button.hidden = false;
			});
		});
	}

	/* Address of a postal code, without leaving the page. */

	function fill_place(zip, place) {
		var pref = beside(zip, "pref");
		var ready = Promise.resolve();

		if (pref && place.pref && pref.value !== place.pref) {
			pref.value = place.pref;
			if (pref.getAttribute("data-lookup"))
				ready = load_list(pref);
		}
		return ready.then(function () {
			Object.keys(place).forEach(function (name) {
				var e = beside(zip, name);

				if (!e || e === zip || e === pref)
					return;
				/* What was typed is never overwritten. */
				if (e.tagName === "SELECT" || !e.value)
					e.value = place[name];
			});
			say("found");
			(beside(zip, "town") || zip).focus();
		});
	}

	function postal_code(zip) {
		var button = button_of(zip);
		var by_page = false;

		/* Nothing or many: the page of the server tells more. */
		function ask_server() {
			by_page = true;
			button.click();
		}

		if (!button)
			return;
		button.addEventListener("click", function (event) {
			var digits = narrow(zip.value).replace(/[^0-9]/g, "");

			if (by_page || digits.length !== 7)
				return;
			event.preventDefault();
			json(zip.getAttribute("data-lookup"), "zip",
			     digits).then(function (found) {
				if (found.places.length !== 1)
					return ask_server();
				return fill_place(zip, found.places[0]);
			}).catch(ask_server);
		});
	}

	/* A field that only some answers of another one ask for. */
	function condition(box) {
		var of = doc.getElementsByName(box.getAttribute("data-when"));
		var answers = box.getAttribute("data-is").split(" ");

		function show() {
			box.classList.toggle("is-off", !Array.from(of).some(
				function (e) {
					return e.checked &&
					       answers.indexOf(e.value) >= 0;
				}));
		}

		of.forEach(function (e) {
			var button = e.closest(".field").querySelector(".btn");

			if (button)
				button.hidden = true;
			e.addEventListener("change", show);
		});
		show();
	}

	/* Sums follow what is typed; the server counts them again. */
	function total(output) {
		var parts = output.getAttribute("for").split(" ").map(id);

		function count() {
			var sum = 0;

			parts.forEach(function (e) {
				var s = narrow(e.value).replace(/[,，\s人]/g, "");

				sum += /^[0-9]+$/.test(s) ? Number(s) :
				       s === "" ? 0 : NaN;
			});
			output.textContent = isNaN(sum) ? "" : String(sum);
		}

		if (parts.indexOf(null) < 0)
			parts.forEach(function (e) {
				e.addEventListener("input", count);
			});
	}

	function password(input) {
		var show = input.getAttribute("data-show");
		var b = make("button", "btn btn-2", show);

		b.setAttribute("aria-pressed", "false");
		b.setAttribute("aria-controls", input.id);
		b.addEventListener("click", function () {
			var open = input.type === "password";

			input.type = open ? "text" : "password";
			b.setAttribute("aria-pressed", String(open));
		});
		input.form.addEventListener("submit", function () {
			input.type = "password";
		});
		input.after(b);
		input.classList.add("has-toggle");
	}

	function print_button(note) {
		var b = make("button", "btn btn-2",
			     note.getAttribute("data-print"));

		b.addEventListener("click", function () {
			window.print();
		});
		note.replaceChildren(b);
	}

	/* The whole box takes a file, not only the button in it. */
	function file_drop(input) {
		var box = input.parentNode;

		function over(event) {
			event.preventDefault();
			box.classList.toggle("is-over",
					     event.type === "dragover");
		}

		box.classList.add("drop");
		box.appendChild(make("p", "", input.getAttribute("data-drop")));
		box.addEventListener("dragover", over);
		box.addEventListener("dragleave", over);
		box.addEventListener("drop", function (event) {
			over(event);
			if (event.dataTransfer.files.length === 1)
				input.files = event.dataTransfer.files;
		});
	}

	/* Five minutes before the end of the session, ask. */
	function time_out(dialog) {
		var idle = Number(doc.body.getAttribute("data-idle")) * 60000;
		var end = Date.now() + idle;
		var told = id("timeout-say");

		function tell(what) {
			told.textContent = told.getAttribute("data-" + what);
		}

		function extend() {
			fetch(location.href, {
				credentials: "same-origin",
				redirect: "manual"
			}).then(function (answer) {
				if (!answer.ok)
					return tell("over");
				end = Date.now() + idle;
				told.textContent = "";
				dialog.close();
				if (id("expires"))
					id("expires").textContent = clock(end);
			}).catch(function () {
				tell("fail");
			});
		}

		function clock(when) {
			return new Intl.DateTimeFormat("ja-JP", {
				timeZone: "Asia/Tokyo",
				hour: "numeric",
				minute: "2-digit"
			}).format(when).replace(":", "時") + "分";
		}

		id("timeout-go").addEventListener("click", extend);
		setInterval(function () {
			var left = end - Date.now();

			if (left < 300000 && !dialog.open)
				dialog.showModal();
			if (left < 0)
				tell("over");
		}, 10000);
	}

	if (window.fetch && window.Promise) {
		each("select[data-lookup][data-target]", dependent_list);
		each("input[data-lookup]", postal_code);
	}
	each("[data-when]", condition);
	each("output[for]", total);
	each("input[data-show]", password);
	each("[data-print]", print_button);
	if (window.DataTransfer)
		each("input[data-drop]", file_drop);
	if (window.HTMLDialogElement && window.fetch && id("timeout"))
		time_out(id("timeout"));
})();
