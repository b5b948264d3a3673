#ifndef REJOINDER_SHA256_H
#define REJOINDER_SHA256_H

#include <stddef.h>
#include <stdint.h>

/// Whether this processor has instructions for SHA-256 (x86-64: SHA and SSE4.1).
int sha256_has_instructions(void);

/// FIPS 180-4, 6.2.2, on `count` blocks of 64 bytes, by the processor's own instructions; only where `sha256_has_instructions`.
///
/// `constants`: the 64 words of 4.2.2.
void sha256_compress(uint32_t state[8], const uint8_t *blocks, size_t count, const uint32_t *constants);

#endif
