/* Interposed before the C library: from the n-th write to a file on there is no room left on the disk. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static long calls, full_from;

void full_after(long number) { calls = 0; full_from = number; }
long full_calls(void) { return calls; }

static int refused(int file) {
    struct stat found;
    if (fstat(file, &found) != 0 || !S_ISREG(found.st_mode)) return 0;
    calls += 1;
    if (full_from == 0 || calls < full_from) return 0;
    errno = ENOSPC;
    return 1;
}

ssize_t write(int file, const void *bytes, size_t count) {
    static ssize_t (*next)(int, const void *, size_t);
    if (!next) next = dlsym(RTLD_NEXT, "write");
    return refused(file) ? -1 : next(file, bytes, count);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) {
    static ssize_t (*next)(int, const void *, size_t, off_t);
    if (!next) next = dlsym(RTLD_NEXT, "pwrite");
    return refused(file) ? -1 : next(file, bytes, count, at);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) {
    static ssize_t (*next)(int, const void *, size_t, off64_t);
    if (!next) next = dlsym(RTLD_NEXT, "pwrite64");
    return refused(file) ? -1 : next(file, bytes, count, at);
}
