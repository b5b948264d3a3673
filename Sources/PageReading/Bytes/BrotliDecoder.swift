internal import CBrotli

/// Brotli (RFC 7932), as servers pack pages. All of libbrotlidec that the project touches is in this file.
struct BrotliDecoder: Decoder, ~Copyable {
    private let state = BrotliDecoderCreateInstance(nil, nil, nil)

    static var version: String {
        let number = BrotliDecoderVersion()
        return "\(number >> 24).\(number >> 12 & 0xFFF).\(number & 0xFFF)"
    }

    deinit { BrotliDecoderDestroyInstance(state) }

    func decode(_ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableRawBufferPointer) -> DecodingStep {
        var left = input.count, room = output.count
        var from = input.baseAddress, to = output.bindMemory(to: UInt8.self).baseAddress
        let result = BrotliDecoderDecompressStream(state, &left, &from, &room, &to, nil)
        let status: DecodingStep.Status =
            switch result {
            case BROTLI_DECODER_RESULT_SUCCESS: .ended
            case BROTLI_DECODER_RESULT_ERROR: .damaged("its data is no brotli data")
            default: .more
            }
        return DecodingStep(read: input.count - left, written: output.count - room, status: status)
    }
}
