#include <sqlite3.h>

// A function with a list of arguments of any length, which Swift cannot call.
static inline void leaveOutMemoryStatistics(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
