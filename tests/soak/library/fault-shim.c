/*
 * Makes chosen system calls fail on files below one folder, as a full, failing or forbidden disk does.
 *
 *   FAULT_DIR    the folder
 *   FAULT_CALL   open write fsync truncate rename unlink read lock mmap
 *   FAULT_ERRNO  the error's number; 0 with FAULT_CALL=write or read: half of the bytes only
 *   FAULT_FROM   the first call that fails, from 1
 *   FAULT_COUNT  how many fail in a row
 *   FAULT_NAME   only files whose path holds this, if set
 *   FAULT_LOG    this file gets one byte for each fault
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static const char *dir, *call, *part;
static int error_number, from, count, seen, log_fd = -1;
static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void begin(void) {
  dir = getenv("FAULT_DIR");
  call = getenv("FAULT_CALL");
  part = getenv("FAULT_NAME");
  if (!dir || !call) return;
  error_number = atoi(getenv("FAULT_ERRNO"));
  from = atoi(getenv("FAULT_FROM"));
  count = atoi(getenv("FAULT_COUNT"));
  int (*real_open)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
  if (getenv("FAULT_LOG")) log_fd = real_open(getenv("FAULT_LOG"), O_WRONLY | O_CREAT | O_APPEND, 0666);
}

static int concerns(const char *path) {
  return strncmp(path, dir, strlen(dir)) == 0 && (!part || strstr(path, part));
}

/* Whether this call is to fail. */
static int strikes(const char *name, const char *path) {
  if (!dir || !call || strcmp(name, call) != 0 || !path || !concerns(path)) return 0;
  pthread_mutex_lock(&guard);
  seen++;
  int hit = seen >= from && seen - from < count;
  pthread_mutex_unlock(&guard);
  if (hit && log_fd >= 0) {
    ssize_t (*real_write)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
    (void)!real_write(log_fd, "x", 1);
  }
  return hit;
}

static int strikes_fd(const char *name, int fd) {
  if (!dir || !call || strcmp(name, call) != 0) return 0;
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return strikes(name, path);
}

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)
#define FAIL(value) do { errno = error_number; return value; } while (0)

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, mode_t); va_end(rest); \
    REAL(name); if (strikes("open", path)) FAIL(-1); return real(path, flags, mode); }
OPEN(open)
OPEN(open64)

#define WRITE(name, params, args, half_args) \
  ssize_t name params { REAL(name); \
    if (strikes_fd("write", fd)) { if (error_number) FAIL(-1); return real half_args; } return real args; }
WRITE(write, (int fd, const void *bytes, size_t size), (fd, bytes, size), (fd, bytes, size / 2))
WRITE(pwrite, (int fd, const void *bytes, size_t size, off_t at), (fd, bytes, size, at), (fd, bytes, size / 2, at))
WRITE(pwrite64, (int fd, const void *bytes, size_t size, off64_t at), (fd, bytes, size, at), (fd, bytes, size / 2, at))

#define READ(name, params, args, half_args) \
  ssize_t name params { REAL(name); \
    if (strikes_fd("read", fd)) { if (error_number) FAIL(-1); return real half_args; } return real args; }
READ(read, (int fd, void *bytes, size_t size), (fd, bytes, size), (fd, bytes, size / 2))
READ(pread, (int fd, void *bytes, size_t size, off_t at), (fd, bytes, size, at), (fd, bytes, size / 2, at))
READ(pread64, (int fd, void *bytes, size_t size, off64_t at), (fd, bytes, size, at), (fd, bytes, size / 2, at))

int fsync(int fd) { REAL(fsync); if (strikes_fd("fsync", fd)) FAIL(-1); return real(fd); }
int fdatasync(int fd) { REAL(fdatasync); if (strikes_fd("fsync", fd)) FAIL(-1); return real(fd); }
int ftruncate(int fd, off_t size) { REAL(ftruncate); if (strikes_fd("truncate", fd)) FAIL(-1); return real(fd, size); }
int ftruncate64(int fd, off64_t size) { REAL(ftruncate64); if (strikes_fd("truncate", fd)) FAIL(-1); return real(fd, size); }
int rename(const char *old, const char *new) { REAL(rename); if (strikes("rename", new)) FAIL(-1); return real(old, new); }
int unlink(const char *path) { REAL(unlink); if (strikes("unlink", path)) FAIL(-1); return real(path); }

void *mmap(void *place, size_t size, int protection, int flags, int fd, off_t at) {
  REAL(mmap);
  if (fd >= 0 && strikes_fd("mmap", fd)) FAIL(MAP_FAILED);
  return real(place, size, protection, flags, fd, at);
}
void *mmap64(void *place, size_t size, int protection, int flags, int fd, off64_t at) {
  REAL(mmap64);
  if (fd >= 0 && strikes_fd("mmap", fd)) FAIL(MAP_FAILED);
  return real(place, size, protection, flags, fd, at);
}

#define LOCK(name) \
  int name(int fd, int command, ...) { \
    va_list rest; va_start(rest, command); void *argument = va_arg(rest, void *); va_end(rest); REAL(name); \
    if ((command == F_SETLK || command == F_SETLKW) && strikes_fd("lock", fd)) FAIL(-1); \
    return real(fd, command, argument); }
LOCK(fcntl)
LOCK(fcntl64)
