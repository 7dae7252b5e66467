# make run      try it in a browser       make check   all tests
# make          build everything          make bench   measure, against peers
# make asan     tests under sanitizers    make fuzz    hunt crashes, T=60 seconds each
# make lint     all checkers              make format  tidy the layout
# make install  DESTDIR= PREFIX=          make clean   throw the build away
# make new-screen NAME=public/help/hello  a tested page to start from
#
# V=1 shows the commands. Your own settings: conf/local.mk (not under version control).

-include conf/local.mk
MAKEFLAGS += --no-builtin-rules
O ?= build
B := $(O)$(SAN:%=/%)
T ?= 60
JOBS ?= $(shell nproc)
PREFIX ?= /usr/local
Q  := $(if $(V),,@)
say = $(if $(V),,@printf '  %-5s %s\n' $(1) $(patsubst $(B)/%,%,$@))

PKGS := talloc libsodium libmariadb libxml-2.0 libzip icu-uc icu-i18n jansson pangocairo
WARN := -Wall -Wextra -Wpedantic -Werror -Wshadow -Wformat=2 -Wvla -Wundef \
        -Wconversion -Wsign-conversion -Wcast-qual -Wpointer-arith -Wwrite-strings \
        -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition \
        -Wimplicit-fallthrough -Wnull-dereference
HARD := -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong \
        -fstack-clash-protection -fcf-protection=full -ftrivial-auto-var-init=zero \
        -fzero-call-used-regs=used-gpr -fno-delete-null-pointer-checks \
        -fno-strict-overflow -fno-strict-aliasing
asan := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -O1
INCS  = $(shell pkg-config --cflags-only-I $(PKGS) | sed 's/-I/-isystem /g') -isystem /usr/include/ClearSilver
CODE := -std=c11 -D_DEFAULT_SOURCE -D_GNU_SOURCE -Ilib -I$(B)/gen -Itests/unit $(INCS)
# Nobody puts functions of their own in place of the library's, so it may call
# its own directly, and the compiler may look across files.
WHOLE := -flto=auto -fno-semantic-interposition
FLAGS = $(CODE) $(WARN) -fPIC -g $(if $(SAN),$($(SAN)),-O2 $(WHOLE) $(HARD)) $(CFLAGS)
LINK  = $(if $(SAN),$($(SAN)),-O2 $(WHOLE) -Wl,-Bsymbolic-functions,-z,relro,-z,now,-z,noexecstack,--as-needed) $(LDFLAGS)
LIBS := $(shell pkg-config --libs $(PKGS)) -lfcgi -lxlsxwriter -lcurl -lneo_cs -lneo_utl -lneo_cgi -lz

# What there is to build is what lies in the folders: no lists to keep.
screens := $(patsubst cgi-bin/%.c,%,$(wildcard cgi-bin/*/*/*.c))
queries := $(patsubst sql/queries/%.sql,%,$(wildcard sql/queries/*/*.sql))
units   := $(patsubst %.c,$(B)/%,$(wildcard tests/unit/test_*.c))
benches := $(patsubst %.c,$(B)/%,$(wildcard tests/bench/*.c))
fuzzers := $(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/*.c))
tools   := $(patsubst %.c,$(B)/obj/%.o,$(wildcard bin/*.c))
gen_h   := $(queries:%=$(B)/gen/sql/%.h)
gen_o   := $(queries:%=$(B)/gen/sql/%.o) $(B)/gen/rights.o $(B)/gen/common.o
objects := $(patsubst %.c,$(B)/obj/%.o,$(wildcard lib/*/*.c)) $(gen_o)
c_files := $(wildcard cgi-bin/main.c cgi-bin/*/*/*.c bin/*.[ch] lib/*/*.[ch] tests/*/*.[ch])
every_o := $(objects) $(B)/obj/cgi-bin/main.o $(tools) $(screens:%=$(B)/obj/cgi-bin/%.o) \
           $(units:$(B)/%=$(B)/obj/%.o) $(benches:$(B)/%=$(B)/obj/%.o)

.PHONY: all check test asan bench fuzz lint format run install clean new-screen programs FORCE
.DELETE_ON_ERROR:
.SECONDARY:

all: $(screens:%=$(B)/cgi-bin/%) $(if $(tools),$(B)/bin/sesshuctl)

# One shared library; a screen's program is its own object and nothing else.
$(B)/lib/libsesshu.so: $(objects)
	$(call say,LINK)
	$(Q)mkdir -p $(@D) && $(CC) -shared -o $@ $^ $(LINK) $(LIBS)
linked = mkdir -p $(@D) && $(CC) -o $@ $(filter %.o,$^) $(if $(SAN),,-pie) $(LINK) \
         -L$(B)/lib -Wl,-rpath,'$$ORIGIN/$(1)lib' -lsesshu $(LDLIBS)
$(B)/cgi-bin/%: $(B)/obj/cgi-bin/%.o $(B)/obj/cgi-bin/main.o $(B)/lib/libsesshu.so
	$(call say,LINK)
	$(Q)$(call linked,../../../)
$(B)/bin/sesshuctl: $(tools) $(B)/lib/libsesshu.so
	$(call say,LINK)
	$(Q)$(call linked,../)
$(B)/bin/sesshuctl: LDLIBS = $(LIBS)
$(units): LDLIBS = -lcmocka $(LIBS)
$(benches): LDLIBS = $(LIBS)
$(B)/tests/%: $(B)/obj/tests/%.o $(B)/lib/libsesshu.so
	$(call say,LINK)
	$(Q)$(call linked,../../)

compile = mkdir -p $(@D) && $(CC) $(FLAGS) -MMD -MP -c -o $@ $<
$(B)/obj/%.o: %.c $(B)/flags | $(gen_h)
	$(call say,CC)
	$(Q)$(compile)
$(B)/gen/%.o: $(B)/gen/%.c $(B)/flags | $(gen_h)
	$(call say,CC)
	$(Q)$(compile)
$(B)/gen/sql/%.h $(B)/gen/sql/%.c: sql/queries/%.sql sql/gen.awk
	$(call say,SQL)
	$(Q)mkdir -p $(@D)
	$(Q)for w in h c; do awk -v want=$$w -v stem=$* -f sql/gen.awk $< >$(B)/gen/sql/$*.$$w || exit 1; done
$(B)/gen/rights.c: lib/account/rights.tsv lib/account/rights.awk
	$(call say,GEN)
	$(Q)mkdir -p $(@D) && awk -f lib/account/rights.awk $< >$@
$(B)/gen/common.c: lib/account/context.txt lib/account/common.txt lib/account/common.awk
	$(call say,GEN)
	$(Q)mkdir -p $(@D) && LC_ALL=C awk -f lib/account/common.awk $(filter %.txt,$^) >$@
# Other flags, another build; the file's time changes only when they do.
$(B)/flags: FORCE
	$(Q)mkdir -p $(@D) && echo '$(CC) $(FLAGS)' | cmp -s - $@ || echo '$(CC) $(FLAGS)' >$@

check:
	$(Q)sh bin/packages.sh check && $(MAKE) --no-print-directory -j$(JOBS) all $(units) && BUILD=$(B) tests/run.sh lint unit web browser
test: all $(units)
	$(Q)BUILD=$(B) tests/run.sh $(if $(ONLY),$(ONLY),unit web)
asan:
	$(Q)sh bin/packages.sh check && $(MAKE) --no-print-directory -j$(JOBS) SAN=asan test
bench:
	$(Q)sh bin/packages.sh bench && $(MAKE) --no-print-directory -j$(JOBS) all $(benches) && BUILD=$(B) bash tests/bench/run.sh $(ONLY)

# The library once more, with the fuzzer's coverage in it; then each target.
fuzz_o  := $(patsubst %.c,$(O)/fuzz/obj/%.o,$(wildcard lib/*/*.c)) $(patsubst $(B)/gen/%.o,$(O)/fuzz/obj/gen/%.o,$(gen_o))
$(O)/fuzz/obj/%.o: %.c $(B)/flags | $(gen_h)
	$(Q)mkdir -p $(@D) && clang $(CODE) -g -O1 -fsanitize=fuzzer-no-link,address,undefined -MMD -MP -c -o $@ $<
$(O)/fuzz/obj/gen/%.o: $(B)/gen/%.c
	$(Q)mkdir -p $(@D) && clang $(CODE) -g -O1 -c -o $@ $<
$(O)/fuzz/lib.a: $(fuzz_o)
	$(Q)rm -f $@ && ar rcs $@ $^
fuzz: $(if $(ONLY),fuzz-$(ONLY),$(fuzzers:%=fuzz-%))
fuzz-%: tests/fuzz/%.c $(O)/fuzz/lib.a
	$(Q)mkdir -p $(O)/fuzz/new/$* tests/fuzz/corpus/$*
	$(Q)clang $(CODE) -g -fsanitize=fuzzer,address,undefined -o $(O)/fuzz/$* $< $(O)/fuzz/lib.a $(LIBS)
	$(Q)cd $(O)/fuzz && ./$* -rss_limit_mb=2048 -timeout=10 -max_total_time=$(T) -print_final_stats=1 new/$* $(CURDIR)/tests/fuzz/corpus/$*

lint: $(gen_h) $(B)/flags
	$(Q)BUILD=$(B) bash tests/lint/run.sh
format:
	clang-format -i $(c_files)
run:
	$(Q)sh bin/packages.sh run $(WEB) && $(MAKE) --no-print-directory -j$(JOBS) all && BUILD=$(B) exec bin/run.sh
new-screen:
	$(Q)bin/new-screen.sh $(NAME)
install: all
	$(Q)bash bin/install.sh '$(B)' '$(DESTDIR)' '$(PREFIX)'
clean:
	rm -rf $(O)

$(every_o:.o=.d): ;
-include $(every_o:.o=.d)
