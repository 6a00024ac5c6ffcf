#pragma once
// The machine as plain variables: what was copied, saved, asked for.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "app/data_file.h"
#include "app/host.h"

namespace thidua::app {

class FakeHost : public Host {
public:
    void request_frame(double) override { ++frames_asked; }
    double now() const override { return clock; }
    void copy_text(std::string_view text) override { copied = text; }
    void pick_file(std::string_view, std::function<void(IncomingFile)> done) override {
        if (!to_pick.bytes.empty()) done(to_pick);
    }
    void save_file(std::string_view name, std::string_view, std::string_view bytes,
                   std::function<void(base::Status)> done) override {
        saved[std::string(name)] = std::string(bytes);
        done({});
    }
    std::string page_address() const override { return page; }
    void set_fragment(std::string_view to, bool push) override {
        fragment = to;
        if (push) history.push_back(fragment);
    }
    void open_address(std::string_view) override {}
    void fetch(std::string_view path, std::function<void(float)> progress,
               std::function<void(base::Result<std::string>)> done) override {
        progress(1);
        done(read_data_file(path));
    }
    std::string setting(std::string_view key) const override {
        const auto found = settings.find(std::string(key));
        return found == settings.end() ? "" : found->second;
    }
    void set_setting(std::string_view key, std::string_view value) override {
        settings[std::string(key)] = value;
    }
    bool prefers_dark() const override { return false; }
    bool prefers_reduced_motion() const override { return true; }
    bool coarse_pointer() const override { return false; }

    int frames_asked = 0;
    double clock = 0;
    std::string copied;
    std::string page = "https://thidua.test/";
    std::string fragment;
    std::vector<std::string> history;
    IncomingFile to_pick;
    std::map<std::string, std::string> saved;
    std::map<std::string, std::string> settings;
};

}  // namespace thidua::app
