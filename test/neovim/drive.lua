-- Drives Neovim as a person does and writes what it then holds to the file named in TOUCHSTONE_OUT, as JSON.
local out = {}

local function wait(what, condition)
  if not vim.wait(20000, condition, 20) then error('nothing came of: ' .. what) end
end

local function text() return vim.api.nvim_buf_get_lines(0, 0, -1, false) end

local function place(line, column) vim.api.nvim_win_set_cursor(0, { line, column }) end

local function run()
  vim.cmd('edit draft.md')
  wait('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
  out.diagnostics = vim.tbl_map(function(each)
    return { line = each.lnum, column = each.col, last = each.end_col, code = each.code, source = each.source, message = each.message }
  end, vim.diagnostic.get(0))
  local finding = vim.diagnostic.get(0)[1]
  place(finding.lnum + 1, finding.col)

  vim.lsp.buf.hover()
  wait('hover', function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        out.hover = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
        vim.api.nvim_win_close(window, true)
        return true
      end
    end
    return false
  end)

  vim.lsp.buf.definition()
  wait('definition', function() return vim.api.nvim_buf_get_name(0):match('a%.txt$') ~= nil end)
  local cursor = vim.api.nvim_win_get_cursor(0)
  out.definition = { line = cursor[1], words = text()[cursor[1]]:sub(cursor[2] + 1, cursor[2] + 3) }
  vim.cmd('edit draft.md')
  place(finding.lnum + 1, finding.col)

  out.offered = {}
  vim.ui.select = function(items, options, choose)
    for _, item in ipairs(items) do table.insert(out.offered, (options.format_item(item))) end
    choose(items[1], 1)
  end
  local before = table.concat(text(), '\n')
  vim.lsp.buf.code_action()
  wait('code action', function() return table.concat(text(), '\n') ~= before end)
  out.fixed = text()
  wait('the finding to vanish', function() return #vim.diagnostic.get(0) == 0 end)

  vim.cmd('silent write')
  vim.cmd('edit plain.txt')
  wait('diagnostics of plain text', function() return #vim.diagnostic.get(0) > 0 end)
  out.plain = vim.diagnostic.get(0)[1].code
end

local ok, message = pcall(run)
if not ok then
  out.error = message
  out.log = vim.fn.filereadable(vim.lsp.get_log_path()) == 1 and vim.fn.readfile(vim.lsp.get_log_path()) or {}
end
local file = assert(io.open(os.getenv('TOUCHSTONE_OUT'), 'w'))
file:write(vim.json.encode(out))
file:close()
vim.cmd('qall!')
