/* app.js - makes working pages nicer; every page works without it. */
(function () {
	"use strict";

	var doc = document;
	var say = doc.getElementById("say");
})();
