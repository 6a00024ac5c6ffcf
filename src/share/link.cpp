#include "share/link.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <utility>

#include <zlib.h>

#include "base/sha256.h"
#include "office/json.h"
#include "share/base64url.h"
#include "share/dictionary.h"

namespace thidua::share {
namespace {

using base::ErrorKind;

constexpr std::string_view kStart = "k=";
constexpr std::string_view kVersion = "1";
constexpr std::size_t kCheckBytes = 4;
constexpr std::size_t kHeaderBytes = kCheckBytes + 4;

tl::unexpected<base::Error> not_a_link() {
    return base::fail(ErrorKind::kBadInput,
                      "Địa chỉ này không chứa kế hoạch được chia sẻ. Hãy sao chép lại toàn bộ liên kết.",
                      "This address holds no shared plan. Copy the whole link again.");
}

tl::unexpected<base::Error> broken() {
    return base::fail(
        ErrorKind::kBadInput,
        "Liên kết không còn nguyên vẹn: có ký tự đã bị thay đổi khi gửi. Hãy xin lại liên kết hoặc nhận bằng tệp.",
        "The link is damaged: characters were changed on the way. Ask for it again, or for a file.");
}

tl::unexpected<base::Error> cut_short() {
    return base::fail(
        ErrorKind::kBadInput,
        "Liên kết bị cắt bớt: ứng dụng nhắn tin đã không giữ hết địa chỉ. Hãy xin lại liên kết hoặc nhận bằng tệp.",
        "The link was cut short by the program that carried it. Ask for it again, or for a file.");
}

tl::unexpected<base::Error> too_long() {
    return base::fail(ErrorKind::kBadInput, "Kế hoạch quá lớn để nằm trong một liên kết. Hãy gửi bằng tệp.",
                      "The plan is too large for a link. Send it as a file.");
}

tl::unexpected<base::Error> newer() {
    return base::fail(
        ErrorKind::kUnsupported,
        "Liên kết được tạo bởi phiên bản Thi Đua mới hơn. Hãy tải lại trang hoặc cập nhật chương trình rồi mở lại.",
        "The link was made by a newer version of Thi Đua. Reload the page or update the program.");
}

std::string number_bytes(std::uint32_t number) {
    std::string bytes(4, '\0');
    for (std::size_t i = 0; i < 4; ++i) bytes[i] = static_cast<char>(number >> (24 - 8 * i) & 0xFF);
    return bytes;
}

std::uint32_t number_of(std::string_view bytes) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number << 8 | static_cast<unsigned char>(bytes[i]);
    return number;
}

std::string check_of(std::string_view json) {
    const base::Sha256Digest digest = base::sha256(json);
    return std::string(digest.begin(), digest.begin() + kCheckBytes);
}

const Bytef* bytes_of(std::string_view text) { return reinterpret_cast<const Bytef*>(text.data()); }

base::Result<std::string> deflated(std::string_view json) {
    const auto failed = [] {
        return base::fail(ErrorKind::kInternal, "Không đủ bộ nhớ để tạo liên kết.",
                          "There is not enough memory to make the link.");
    };
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        return failed();
    const std::string_view dictionary = dictionary_v1();
    deflateSetDictionary(&stream, bytes_of(dictionary), static_cast<uInt>(dictionary.size()));
    std::string out(deflateBound(&stream, static_cast<uLong>(json.size())), '\0');
    stream.next_in = const_cast<Bytef*>(bytes_of(json));
    stream.avail_in = static_cast<uInt>(json.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool finished = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.resize(out.size() - stream.avail_out);
    deflateEnd(&stream);
    if (!finished) return failed();
    return out;
}

/// Exactly `size` bytes, or an error; never more than `size` are unfolded.
base::Result<std::string> inflated(std::string_view packed, std::size_t size) {
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) {
        return base::fail(ErrorKind::kInternal, "Không đủ bộ nhớ để mở liên kết.",
                          "There is not enough memory to open the link.");
    }
    const std::string_view dictionary = dictionary_v1();
    inflateSetDictionary(&stream, bytes_of(dictionary), static_cast<uInt>(dictionary.size()));
    std::string out(size, '\0');
    stream.next_in = const_cast<Bytef*>(bytes_of(packed));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int state = inflate(&stream, Z_FINISH);
    const bool input_used_up = stream.avail_in == 0;
    const bool output_full = stream.avail_out == 0;
    inflateEnd(&stream);
    if (state == Z_STREAM_END && output_full && input_used_up) return out;
    if (state == Z_BUF_ERROR && input_used_up) return cut_short();
    return broken();
}

/// Random ids of a file cost 16 digits each; inside a link they count from 1.
class Numbering {
public:
    template <class Record>
    void give(std::vector<Record>& records) {
        std::int64_t next = 0;
        for (Record& record : records) {
            numbers_[record.id.value] = ++next;
            record.id.value = next;
        }
    }
    template <class Record>
    void follow(base::Id<Record>& reference) const {
        const auto found = numbers_.find(reference.value);
        reference.value = found == numbers_.end() ? 0 : found->second;
    }

private:
    std::map<std::int64_t, std::int64_t> numbers_;
};

/// What goes into a link; see the head of link.h for what does not.
office::YearBook shareable(const office::PlanBundle& bundle, const office::Office& office) {
    office::YearBook book;
    book.office = office;
    book.office.head_name.clear();
    office::PlanBundle& shared = book.plans.emplace_back(bundle);
    shared.evidence.clear();
    shared.questions.clear();
    shared.plan.id.value = 1;
    shared.plan.source_text.clear();
    shared.plan.restored_text.clear();
    Numbering items;
    items.give(shared.items);
    Numbering().give(shared.basis);
    Numbering().give(shared.tasks);
    Numbering().give(shared.occasions);
    for (office::PlanItem& item : shared.items) {
        item.plan = shared.plan.id;
        items.follow(item.parent);
        item.source = {};
    }
    for (office::BasisDocument& basis : shared.basis) {
        basis.plan = shared.plan.id;
        basis.mentions.clear();
    }
    for (office::Task& task : shared.tasks) {
        task.plan = shared.plan.id;
        items.follow(task.item);
        task.source = {};
    }
    for (office::Occasion& occasion : shared.occasions) {
        occasion.plan = shared.plan.id;
        occasion.source = {};
    }
    return book;
}

struct Payload {
    std::string_view version;
    std::string_view text;  ///< base64url
};

/// Finds "k=<version>.<payload>" in a fragment or in a whole address; what messengers put behind it is cut off.
base::Result<Payload> find_payload(std::string_view fragment) {
    const std::size_t hash = fragment.rfind('#');
    if (hash != std::string_view::npos) fragment.remove_prefix(hash + 1);
    std::size_t at = fragment.find(kStart);
    while (at != std::string_view::npos && at != 0 && fragment[at - 1] != '&' && fragment[at - 1] != '?') {
        at = fragment.find(kStart, at + 1);
    }
    if (at == std::string_view::npos) return not_a_link();
    fragment.remove_prefix(at + kStart.size());
    fragment = fragment.substr(0, fragment.find_first_of("& \t\r\n"));
    const std::size_t dot = fragment.find('.');
    const std::string_view version = fragment.substr(0, dot);
    if (version.empty() || version.find_first_not_of("0123456789") != std::string_view::npos) return not_a_link();
    if (dot == std::string_view::npos) return cut_short();
    std::string_view text = fragment.substr(dot + 1);
    const std::size_t end = text.find_last_not_of(".,;:!?)>]}\"'");  // punctuation of the sentence around the link
    return Payload{version, text.substr(0, end == std::string_view::npos ? 0 : end + 1)};
}

}  // namespace

base::Result<std::string> encode_link(const office::PlanBundle& bundle, const office::Office& office) {
    const std::string json = office::to_json(shareable(bundle, office), office::JsonLayout::kCompact);
    if (json.size() > kMostJson) return too_long();
    const auto packed = deflated(json);
    if (!packed) return tl::unexpected(packed.error());
    const std::string payload =
        to_base64url(check_of(json) + number_bytes(static_cast<std::uint32_t>(json.size())) + *packed);
    if (payload.size() > kMostPayload) return too_long();
    return std::string(kStart) + std::string(kVersion) + "." + payload;
}

base::Result<SharedPlan> decode_link(std::string_view fragment) {
    const auto payload = find_payload(fragment);
    if (!payload) return tl::unexpected(payload.error());
    if (payload->version != kVersion) return newer();
    if (payload->text.size() > kMostPayload) return too_long();
    const auto bytes = from_base64url(payload->text);
    if (!bytes) return is_base64url(payload->text) ? cut_short() : broken();
    if (bytes->size() <= kHeaderBytes) return cut_short();
    const std::string_view all = *bytes;
    const std::size_t size = number_of(all.substr(kCheckBytes, 4));
    if (size > kMostJson) return too_long();
    const auto json = inflated(all.substr(kHeaderBytes), size);
    if (!json) return tl::unexpected(json.error());
    if (check_of(*json) != all.substr(0, kCheckBytes)) return broken();

    auto book = office::year_book_from_json(*json);
    if (!book) return tl::unexpected(book.error());
    if (book->plans.size() != 1) return not_a_link();
    return SharedPlan{std::move(book->plans.front()), std::move(book->office)};
}

}  // namespace thidua::share
