using Disclosure.Benchmarks;

return args switch
{
    ["serve", var columns] => await Child.ServeAsync(int.Parse(columns, System.Globalization.CultureInfo.InvariantCulture)),
    ["download" or "walk" or "audit", var root, var columns, var data] => await Child.MeasureAsync(args[0], new Uri(root), int.Parse(columns, System.Globalization.CultureInfo.InvariantCulture), data),
    ["hostile"] => HostilePages.Measure(),
    ["tables"] => TableWork.Measure(),
    ["register"] => await RegisterSpeed.MeasureAsync(),
    [] => await SideBySide.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Give no argument for the side-by-side run, or 'hostile' for the worst pages, 'tables' for a county's yearly tables, 'register' for the register beside SQLite.");
    return 2;
}
