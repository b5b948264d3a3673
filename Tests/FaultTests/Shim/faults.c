// A library that makes the Nth operation of a program fail. It is loaded before all others (LD_PRELOAD), so that the program under
// test is the one that users run, with nothing built in:
//
//   cc -shared -fPIC -O1 -o faults.so faults.c
//   REJOINDER_FAULT=write:12 LD_PRELOAD=$PWD/faults.so rejoinder analyze page.html
//
//   read:N   the Nth read of a regular file ends with EIO
//   write:N  the Nth write or truncation of a regular file ends with ENOSPC
//   fsync:N  the Nth fsync or fdatasync ends with EIO
//   alloc:N  the Nth allocation by SQLite, libxml2, PCRE2, zlib, Zstandard or uchardet gives NULL (Swift's own end the program)
//   kill:N   at the Nth of all these file operations, renames and removals the process is killed; half of a write is done
//   socket:N the Nth socket that is asked for is refused
//   write:N+ that one and all that follow
//
// Each fault is told on standard error as "fault: KIND:N".
#define _GNU_SOURCE
#include <errno.h>
#include <link.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum kind { NONE, READ, WRITE, SYNC, ALLOC, KILL, SOCKET };
static const char *const names[] = {"", "read", "write", "fsync", "alloc", "kill", "socket"};

static enum kind wanted;
static long at;
static int goes_on;
static atomic_long count;

/// Where the C libraries lie whose allocations may fail.
static struct { uintptr_t from, to; } libraries[8];
static int library_count;

static int add_library(struct dl_phdr_info *info, size_t size, void *unused) {
    static const char *const wanted_names[] = {"libsqlite3", "libxml2", "libpcre2", "libz.", "libzstd", "libuchardet"};
    for (size_t i = 0; i < sizeof wanted_names / sizeof *wanted_names; i++) {
        if (!strstr(info->dlpi_name, wanted_names[i]) || library_count == 8) continue;
        uintptr_t end = 0;
        for (int j = 0; j < info->dlpi_phnum; j++) {
            uintptr_t last = info->dlpi_phdr[j].p_vaddr + info->dlpi_phdr[j].p_memsz;
            if (info->dlpi_phdr[j].p_type == PT_LOAD && last > end) end = last;
        }
        libraries[library_count].from = info->dlpi_addr;
        libraries[library_count++].to = info->dlpi_addr + end;
    }
    return 0;
}

__attribute__((constructor)) static void begin(void) {
    const char *text = getenv("REJOINDER_FAULT");
    const char *colon = text ? strchr(text, ':') : NULL;
    if (!colon) return;
    for (enum kind kind = READ; kind <= SOCKET; kind++) {
        if (strlen(names[kind]) != (size_t)(colon - text) || strncmp(text, names[kind], colon - text)) continue;
        char *end;
        at = strtol(colon + 1, &end, 10);
        goes_on = *end == '+';
        dl_iterate_phdr(add_library, NULL);
        wanted = kind;
    }
}

static void tell(void) {
    char line[64];
    int length = snprintf(line, sizeof line, "fault: %s:%ld\n", names[wanted], at);
    syscall(SYS_write, 2, line, length);
}

/// Whether this operation is the one.
static int strikes(enum kind kind) {
    if (wanted != kind) return 0;
    long number = atomic_fetch_add(&count, 1) + 1;
    if (number == at) tell();
    return number == at || (goes_on && number > at);
}

/// The same; where the process is to be killed, it does not return.
static int fails(enum kind kind) {
    if (wanted == KILL && strikes(KILL)) syscall(SYS_kill, getpid(), SIGKILL);
    return strikes(kind);
}

static int is_file(int descriptor) {
    struct stat status;
    int saved = errno;
    int is = fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    errno = saved;
    return is;
}

static long failed(int code) {
    errno = code;
    return -1;
}

ssize_t read(int descriptor, void *bytes, size_t size) {
    if (wanted && is_file(descriptor) && fails(READ)) return failed(EIO);
    return syscall(SYS_read, descriptor, bytes, size);
}

ssize_t pread64(int descriptor, void *bytes, size_t size, off64_t offset) {
    if (wanted && is_file(descriptor) && fails(READ)) return failed(EIO);
    return syscall(SYS_pread64, descriptor, bytes, size, offset);
}

ssize_t pread(int descriptor, void *bytes, size_t size, off_t offset) { return pread64(descriptor, bytes, size, offset); }

ssize_t write(int descriptor, const void *bytes, size_t size) {
    if (wanted && is_file(descriptor)) {
        if (wanted == KILL && strikes(KILL)) {
            syscall(SYS_write, descriptor, bytes, size / 2);
            syscall(SYS_kill, getpid(), SIGKILL);
        }
        if (strikes(WRITE)) return failed(ENOSPC);
    }
    return syscall(SYS_write, descriptor, bytes, size);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t offset) {
    if (wanted == KILL && strikes(KILL)) {
        syscall(SYS_pwrite64, descriptor, bytes, size / 2, offset);
        syscall(SYS_kill, getpid(), SIGKILL);
    }
    if (strikes(WRITE)) return failed(ENOSPC);
    return syscall(SYS_pwrite64, descriptor, bytes, size, offset);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t offset) { return pwrite64(descriptor, bytes, size, offset); }

int ftruncate64(int descriptor, off64_t size) {
    if (fails(WRITE)) return failed(ENOSPC);
    return syscall(SYS_ftruncate, descriptor, size);
}

int ftruncate(int descriptor, off_t size) { return ftruncate64(descriptor, size); }

int fsync(int descriptor) {
    if (fails(SYNC)) return failed(EIO);
    return syscall(SYS_fsync, descriptor);
}

int fdatasync(int descriptor) {
    if (fails(SYNC)) return failed(EIO);
    return syscall(SYS_fdatasync, descriptor);
}

int rename(const char *from, const char *to) {
    fails(NONE);
    return syscall(SYS_renameat2, -100, from, -100, to, 0);
}

int unlink(const char *path) {
    fails(NONE);
    return syscall(SYS_unlinkat, -100, path, 0);
}

int socket(int domain, int type, int protocol) {
    if (fails(SOCKET)) return failed(EACCES);
    return syscall(SYS_socket, domain, type, protocol);
}

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);

/// Whether the library that asks for memory is to get none.
static int starves(void *caller) {
    if (wanted != ALLOC) return 0;
    for (int i = 0; i < library_count; i++) {
        if ((uintptr_t)caller >= libraries[i].from && (uintptr_t)caller < libraries[i].to) return strikes(ALLOC);
    }
    return 0;
}

void *malloc(size_t size) { return starves(__builtin_return_address(0)) ? (errno = ENOMEM, NULL) : __libc_malloc(size); }
void *calloc(size_t number, size_t size) { return starves(__builtin_return_address(0)) ? (errno = ENOMEM, NULL) : __libc_calloc(number, size); }
void *realloc(void *old, size_t size) { return starves(__builtin_return_address(0)) ? (errno = ENOMEM, NULL) : __libc_realloc(old, size); }
