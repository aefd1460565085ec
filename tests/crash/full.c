/* Interposed before the C library: from the n-th call on that needs room on the disk there is none (or for that one alone).
 *
 * Such calls are: to write into a file, to make it longer, to bring it or its folder to the disk, and to make or rename an
 * entry of a folder. Who asks how much is free is told: nothing. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <sys/xattr.h>
#include <unistd.h>

static long calls, full_from, refusals;
static int once;
static const char *first = "";

void full_after(long number, int alone) { calls = refusals = 0; full_from = number; once = alone; first = ""; }
void full_no_more(void) { full_from = 0; }
long full_calls(void) { return calls; }
long full_refusals(void) { return refusals; }
const char *full_first(void) { return first; }

static int refused(const char *name) {
    calls += 1;
    if (full_from == 0 || calls < full_from || (once && calls > full_from)) return 0;
    if (!refusals++) first = name;
    errno = ENOSPC;
    return 1;
}

static int on_disk(int file) {
    struct stat found;
    return fstat(file, &found) == 0 && (S_ISREG(found.st_mode) || S_ISDIR(found.st_mode));
}

static int longer(int file, off64_t size) {
    struct stat found;
    return fstat(file, &found) == 0 && S_ISREG(found.st_mode) && size > found.st_size;
}

static int is_new(int folder, const char *path, int flags) {
    struct stat found;
    return (flags & O_CREAT) && fstatat(folder, path, &found, 0) != 0;
}

#define NEXT(type, name, ...) \
    static type (*next)(__VA_ARGS__); \
    if (!next) next = dlsym(RTLD_NEXT, name)

#define WRITING(type, name, parameters, arguments) \
    type name parameters { \
        static type (*next) parameters; \
        if (!next) next = dlsym(RTLD_NEXT, #name); \
        return on_disk(file) && refused(#name) ? -1 : next arguments; \
    }

WRITING(ssize_t, write, (int file, const void *bytes, size_t count), (file, bytes, count))
WRITING(ssize_t, pwrite, (int file, const void *bytes, size_t count, off_t at), (file, bytes, count, at))
WRITING(ssize_t, pwrite64, (int file, const void *bytes, size_t count, off64_t at), (file, bytes, count, at))
WRITING(ssize_t, writev, (int file, const struct iovec *parts, int count), (file, parts, count))
WRITING(ssize_t, pwritev, (int file, const struct iovec *parts, int count, off_t at), (file, parts, count, at))
WRITING(ssize_t, pwritev64, (int file, const struct iovec *parts, int count, off64_t at), (file, parts, count, at))
WRITING(ssize_t, sendfile, (int file, int from, off_t *at, size_t count), (file, from, at, count))
WRITING(ssize_t, sendfile64, (int file, int from, off64_t *at, size_t count), (file, from, at, count))
WRITING(ssize_t, copy_file_range, (int from, off64_t *at, int file, off64_t *to, size_t count, unsigned flags),
        (from, at, file, to, count, flags))
WRITING(int, fsync, (int file), (file))
WRITING(int, fdatasync, (int file), (file))
WRITING(int, fallocate, (int file, int mode, off_t at, off_t count), (file, mode, at, count))
WRITING(int, fallocate64, (int file, int mode, off64_t at, off64_t count), (file, mode, at, count))
WRITING(int, fsetxattr, (int file, const char *name, const void *bytes, size_t count, int flags),
        (file, name, bytes, count, flags))

int posix_fallocate(int file, off_t at, off_t count) {
    NEXT(int, "posix_fallocate", int, off_t, off_t);
    return on_disk(file) && refused("posix_fallocate") ? ENOSPC : next(file, at, count);
}

int posix_fallocate64(int file, off64_t at, off64_t count) {
    NEXT(int, "posix_fallocate64", int, off64_t, off64_t);
    return on_disk(file) && refused("posix_fallocate64") ? ENOSPC : next(file, at, count);
}

int ftruncate(int file, off_t size) {
    NEXT(int, "ftruncate", int, off_t);
    return longer(file, size) && refused("ftruncate") ? -1 : next(file, size);
}

int ftruncate64(int file, off64_t size) {
    NEXT(int, "ftruncate64", int, off64_t);
    return longer(file, size) && refused("ftruncate64") ? -1 : next(file, size);
}

#define OPENING(name) \
    int name(const char *path, int flags, ...) { \
        NEXT(int, #name, const char *, int, ...); \
        va_list more; \
        va_start(more, flags); \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0; \
        va_end(more); \
        return is_new(AT_FDCWD, path, flags) && refused(#name) ? -1 : next(path, flags, mode); \
    }

#define OPENING_AT(name) \
    int name(int folder, const char *path, int flags, ...) { \
        NEXT(int, #name, int, const char *, int, ...); \
        va_list more; \
        va_start(more, flags); \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0; \
        va_end(more); \
        return is_new(folder, path, flags) && refused(#name) ? -1 : next(folder, path, flags, mode); \
    }

OPENING(open)
OPENING(open64)
OPENING_AT(openat)
OPENING_AT(openat64)

#define NAMING(name, parameters, arguments) \
    int name parameters { \
        static int (*next) parameters; \
        if (!next) next = dlsym(RTLD_NEXT, #name); \
        return refused(#name) ? -1 : next arguments; \
    }

NAMING(rename, (const char *from, const char *to), (from, to))
NAMING(renameat, (int a, const char *from, int b, const char *to), (a, from, b, to))
NAMING(renameat2, (int a, const char *from, int b, const char *to, unsigned flags), (a, from, b, to, flags))
NAMING(link, (const char *from, const char *to), (from, to))
NAMING(linkat, (int a, const char *from, int b, const char *to, int flags), (a, from, b, to, flags))
NAMING(symlink, (const char *from, const char *to), (from, to))
NAMING(setxattr, (const char *path, const char *name, const void *bytes, size_t count, int flags),
       (path, name, bytes, count, flags))

int mkdir(const char *path, mode_t mode) {
    NEXT(int, "mkdir", const char *, mode_t);
    struct stat found;
    return stat(path, &found) != 0 && refused("mkdir") ? -1 : next(path, mode);
}

#define ASKING(name, kind) \
    int name(const char *path, struct kind *found) { \
        NEXT(int, #name, const char *, struct kind *); \
        int result = next(path, found); \
        if (result == 0 && refusals && full_from && !once) found->f_bfree = found->f_bavail = 0; \
        return result; \
    }

ASKING(statvfs, statvfs)
ASKING(statvfs64, statvfs64)
